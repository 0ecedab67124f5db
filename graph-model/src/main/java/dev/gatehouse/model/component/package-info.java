/// What runs and what connects it: components, deployments, dependencies, flows, and the teams, systems and
/// environments around them.
@NullMarked
package dev.gatehouse.model.component;

import org.jspecify.annotations.NullMarked;
