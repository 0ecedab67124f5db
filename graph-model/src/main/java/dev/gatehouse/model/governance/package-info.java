/// What is demanded and what is accepted: controls and waivers.
@NullMarked
package dev.gatehouse.model.governance;

import org.jspecify.annotations.NullMarked;
