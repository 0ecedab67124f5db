/// Questions about paths and reach, answered on a snapshot.
@NullMarked
package dev.gatehouse.graph.traversal;

import org.jspecify.annotations.NullMarked;
