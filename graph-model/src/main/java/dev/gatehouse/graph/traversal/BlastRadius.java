package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Need;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Dependency;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Who is hurt when the starts fail or change: everyone who needs one of them, directly or through others, by
/// declared dependencies of any criticality. The starts themselves are not part of it.
///
/// One fails when a hard dependency leads to a start or to another that fails; everyone else degrades. A hard
/// dependency with alternatives makes its owner fail only when every alternative of the group is itself affected.
///
/// For one thread at a time.
public final class BlastRadius {
    private final Snapshot snapshot;
    private final Search all;
    private final int[] starts;
    /// Made when somebody asks who fails, which is by far the longer search.
    private @Nullable Search failing;

    private BlastRadius(Snapshot snapshot, int[] starts) {
        this.snapshot = snapshot;
        this.starts = starts;
        this.all = Search.upstream(
                snapshot,
                snapshot.edges(EdgeKind.DEPENDENCY),
                starts,
                (edge, _) -> snapshot.need(edge) != Need.OBSERVED);
    }

    private Search failures() {
        if (failing == null) {
            failing = Search.upstream(snapshot, snapshot.edges(EdgeKind.DEPENDENCY), starts, this::fails);
        }
        return failing;
    }

    /// The blast radius of these; references that the architecture does not know have none.
    public static BlastRadius of(Snapshot snapshot, Set<EntityRef> starts) {
        return of(snapshot, starts.stream().mapToInt(snapshot::indexOf).toArray());
    }

    /// The blast radius of the entities with these numbers; numbers of removed entities, and -1, have none.
    public static BlastRadius of(Snapshot snapshot, int... starts) {
        int[] present = IntStream.of(starts)
                .filter(start -> start >= 0 && snapshot.at(start) != null)
                .distinct()
                .toArray();
        return new BlastRadius(snapshot, present);
    }

    private boolean fails(int edge, int node) {
        return switch (snapshot.need(edge)) {
            case HARD -> true;
            case ALTERNATIVE -> lacksAlternative(edge, node);
            case SOFT, UNKNOWN, OBSERVED -> false;
        };
    }

    private boolean lacksAlternative(int edge, int node) {
        String group = group(edge);
        boolean[] lacks = {true};
        snapshot.edges(EdgeKind.DEPENDENCY).forEachOut(node, (sibling, other) -> {
            if (!all.reached().contains(other) && Objects.equals(group(sibling), group)) {
                lacks[0] = false;
            }
        });
        return lacks[0];
    }

    private @Nullable String group(int edge) {
        return snapshot.need(edge) != Need.OBSERVED
                        && Objects.requireNonNull(snapshot.at(edge)).entity() instanceof Dependency dependency
                ? dependency.anyOf()
                : null;
    }

    /// How many are affected.
    public int size() {
        return all.reached().size() - starts.length;
    }

    /// How many of them fail.
    public int failing() {
        return failures().reached().size() - starts.length;
    }

    /// The numbers of all who are affected, in no set order.
    public IntStream nodes() {
        Marks reached = all.reached();
        return IntStream.range(starts.length, reached.size()).map(reached::number);
    }

    /// Calls back with each who is affected: those who fail first, then the nearest first.
    public void forEach(Visitor visitor) {
        failures().forEachFurther(visitor);
        all.forEachFurther((node, distance) -> {
            if (!failures().reached().contains(node)) {
                visitor.affected(node, distance);
            }
        });
    }

    /// All who are affected: those who fail first, then the nearest first, then by reference.
    public List<Affected> affected() {
        return nodes().mapToObj(this::affected).sorted(Affected.ORDER).toList();
    }

    /// Hops of the shortest path that proves what becomes of that entity; 0 for a start, -1 where it is not
    /// affected.
    public int distance(int node) {
        return proof(node).distance(node);
    }

    private Affected affected(int node) {
        Search search = proof(node);
        return new Affected(
                Hop.ref(snapshot, node), search == failing ? Effect.FAILS : Effect.DEGRADES, search.distance(node));
    }

    /// What becomes of that entity, or null when it is not affected or is a start.
    public @Nullable Effect effect(EntityRef ref) {
        int node = affectedNumber(ref);
        return node < 0 ? null : affected(node).effect();
    }

    /// The path that proves it: from the affected one to the start, by its needs; for one that fails all of
    /// them hard.
    /// Empty when it is not affected or is a start.
    public List<Hop> path(EntityRef ref) {
        int node = affectedNumber(ref);
        return node < 0 ? List.of() : proof(node).path(node);
    }

    private int affectedNumber(EntityRef ref) {
        int node = snapshot.indexOf(ref);
        return node >= 0 && all.distance(node) > 0 ? node : -1;
    }

    private Search proof(int node) {
        return failures().reached().contains(node) ? failures() : all;
    }

    /// Receives those who are affected.
    @FunctionalInterface
    public interface Visitor {
        /// @param node number of the entity
        /// @param distance hops of the shortest path that proves what becomes of it
        void affected(int node, int distance);
    }

    /// What becomes of someone who is affected; the worse first.
    public enum Effect {
        FAILS,
        DEGRADES
    }

    /// One who is affected.
    ///
    /// @param distance hops of the shortest path that proves the effect, at least 1
    public record Affected(EntityRef ref, Effect effect, int distance) {
        private static final Comparator<Affected> ORDER = Comparator.comparing(Affected::effect)
                .thenComparingInt(Affected::distance)
                .thenComparing(Affected::ref);
    }
}
