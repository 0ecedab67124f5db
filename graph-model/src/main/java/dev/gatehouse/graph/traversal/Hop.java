package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import java.util.Comparator;
import java.util.Objects;

/// One edge of a path, in the direction in which it is declared, whichever way the path walks it.
///
/// @param from who needs, or who sends
/// @param edge the dependency or flow
/// @param to who is needed, or who receives
public record Hop(EntityRef from, EntityRef edge, EntityRef to) implements Comparable<Hop> {
    private static final Comparator<Hop> ORDER =
            Comparator.comparing(Hop::from).thenComparing(Hop::to).thenComparing(Hop::edge);

    /// The hop over the edge with that number.
    public static Hop of(Snapshot snapshot, int from, int edge, int to) {
        return new Hop(ref(snapshot, from), ref(snapshot, edge), ref(snapshot, to));
    }

    static EntityRef ref(Snapshot snapshot, int number) {
        return Objects.requireNonNull(snapshot.at(number)).ref();
    }

    @Override
    public int compareTo(Hop other) {
        return ORDER.compare(this, other);
    }
}
