/// What was promised and what went wrong: service level objectives and incidents.
@NullMarked
package dev.gatehouse.model.reliability;

import org.jspecify.annotations.NullMarked;
