/// A change: a patch to the graph, judged as a whole, and its life once registered.
@NullMarked
package dev.gatehouse.model.change;

import org.jspecify.annotations.NullMarked;
