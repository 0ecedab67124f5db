/// Policy sets read from folders and records: checked, their metadata taken out of the annotations, their parameters
/// put in.
@NullMarked
package dev.gatehouse.policies.opa.set;

import org.jspecify.annotations.NullMarked;
