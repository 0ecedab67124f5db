package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;
import java.util.function.IntPredicate;

/// Walks up from a node to those whose answers draw on it.
final class Dependents {
    private Dependents() {}

    /// The node itself and all above it, ascending, through the dependencies that count; those with an end are
    /// included and not walked further.
    static int[] of(Snapshot snapshot, int node, IntPredicate counts, IntPredicate ends) {
        Positions found = new Positions();
        found.add(node);
        for (int i = 0; i < found.size(); i++) {
            int at = found.number(i);
            if (at != node && ends.test(at)) {
                continue;
            }
            snapshot.edges(EdgeKind.DEPENDENCY).forEachIn(at, (edge, above) -> {
                if (counts.test(edge)) {
                    found.add(above);
                }
            });
        }
        return found.sorted();
    }
}
