/// The ports of the graph in memory: for work on files alone, and for tests. Nothing outlives the process.
@NullMarked
package dev.gatehouse.graph.memory;

import org.jspecify.annotations.NullMarked;
