/// What every request passes before anything looks at it, whichever servlet answers: the name it was asked under, the
/// page it comes from, its length, and who asks.
@NullMarked
package dev.gatehouse.rest.door;

import org.jspecify.annotations.NullMarked;
