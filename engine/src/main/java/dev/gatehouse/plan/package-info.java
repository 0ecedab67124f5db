/// Plans: steps in an order that is only partly fixed, and what comes of every order that is possible.
///
/// A [Plan][dev.gatehouse.plan.Plan] is judged before it runs:
/// every architecture that can exist on the way is decided on, with the same gates as single changes.
@NullMarked
package dev.gatehouse.plan;

import org.jspecify.annotations.NullMarked;
