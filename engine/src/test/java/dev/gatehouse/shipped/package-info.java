/// What ships in `rules/` and `samples/`, held to what it promises.
@NullMarked
package dev.gatehouse.shipped;

import org.jspecify.annotations.NullMarked;
