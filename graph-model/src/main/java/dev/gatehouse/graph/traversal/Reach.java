package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Need;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a component depends on, directly or through others. It is not part of its own reach.
/// For one thread at a time.
public final class Reach {
    /// Every need that somebody declared.
    public static final Set<Need> DECLARED = Set.copyOf(EnumSet.complementOf(EnumSet.of(Need.OBSERVED)));

    private final Snapshot snapshot;
    private final Search search;

    private Reach(Snapshot snapshot, Search search) {
        this.snapshot = snapshot;
        this.search = search;
    }

    /// What the entity with that number depends on.
    ///
    /// @param needs which dependencies to follow
    public static Reach downstream(Snapshot snapshot, int node, Set<Need> needs) {
        return new Reach(
                snapshot,
                Search.downstream(
                        snapshot,
                        snapshot.edges(EdgeKind.DEPENDENCY),
                        new int[] {node},
                        (edge, _) -> needs.contains(snapshot.need(edge))));
    }

    /// How many it depends on.
    public int size() {
        return search.reached().size() - 1;
    }

    /// Their numbers, the nearest first.
    public IntStream nodes() {
        Marks reached = search.reached();
        return IntStream.range(1, reached.size()).map(reached::number);
    }

    /// Hops to that entity, 0 for the component itself, -1 where it does not depend on it.
    public int distance(EntityRef ref) {
        int node = snapshot.indexOf(ref);
        return node < 0 ? -1 : search.distance(node);
    }

    /// The shortest path from the component to that entity; empty where it does not depend on it.
    public List<Hop> path(EntityRef ref) {
        int node = snapshot.indexOf(ref);
        return node < 0 ? List.of() : search.path(node).reversed();
    }
}
