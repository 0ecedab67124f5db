/// What the code must look like as a whole: which package may use which, where each technology lives, what is pure.
@NullMarked
package dev.gatehouse.architecture;

import org.jspecify.annotations.NullMarked;
