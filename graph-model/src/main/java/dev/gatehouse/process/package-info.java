/// Child processes that die with us, however we die.
@NullMarked
package dev.gatehouse.process;

import org.jspecify.annotations.NullMarked;
