package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;
import java.util.function.IntPredicate;

/// Walks up from a node to those whose answers draw on it.
final class Dependents {
    private Dependents() {}

    /// The node itself and all above it, ascending, through the dependencies that count; it goes on from those that a
    /// step leads on to.
    static int[] of(Snapshot snapshot, int node, IntPredicate counts, Step step) {
        Positions found = new Positions();
        Positions open = new Positions();
        found.add(node);
        open.add(node);
        for (int i = 0; i < open.size(); i++) {
            snapshot.edges(EdgeKind.DEPENDENCY).forEachIn(open.number(i), (edge, above) -> {
                if (counts.test(edge)) {
                    found.add(above);
                    if (!open.contains(above) && step.goesOn(edge, above)) {
                        open.add(above);
                    }
                }
            });
        }
        return found.sorted();
    }

    /// Whether those above a node draw on what stands below it too.
    @FunctionalInterface
    interface Step {
        boolean goesOn(int edge, int above);
    }
}
