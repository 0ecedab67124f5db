package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The worst path of needs below a component, by a measure. Declared dependencies of any criticality are followed,
/// unless their protocol is asynchronous: nobody waits for those. An unknown protocol is waited for.
///
/// Where needs run in a circle the edge that closes it is left out, and named as unknown: the measure has no bound
/// there. Of equal paths the one with the smallest hops is given.
public final class WorstPath {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private WorstPath() {}

    /// How long a request to the entity with that number can take, by what is known: its own latency, and the longest
    /// of what its dependencies take. One that promises a latency counts with that (the longest promised), includes
    /// whatever stands below it, and is not looked behind. An unknown latency counts nothing, and is named.
    public static Latency latency(Snapshot snapshot, int node) {
        Longest longest = new Longest(snapshot, new LatencyMeasure(snapshot, node), node);
        return new Latency(Duration.ofNanos(longest.value()), longest.hops(), longest.unknown());
    }

    /// How many attempts at the far end one request to the entity with that number can become: the greatest product of
    /// the attempts (1 + retries) along a path. Unknown retries count as none, and are named.
    ///
    /// What is retried above a component is its failure. So a path goes on behind a component only by what makes
    /// it fail: by hard dependencies, and those of unknown criticality, with neither alternative nor fallback.
    public static Retries retries(Snapshot snapshot, int node) {
        Longest longest = new Longest(snapshot, new RetriesMeasure(snapshot, node), node);
        return new Retries(longest.value(), longest.hops(), longest.unknown());
    }

    /// The numbers, ascending, of those whose [#latency] can change when the entity's latency, its promise or its
    /// dependencies change: itself, and who waits for it, up to and including the first promise on each way.
    public static int[] latencyDependents(Snapshot snapshot, int node) {
        return Dependents.of(
                snapshot, node, snapshot::isWaitedFor, (_, above) -> Promises.latency(snapshot, above) == null);
    }

    /// The numbers, ascending, of those whose [#retries] can change when the dependency with that number does: the
    /// one who needs, and where that one fails by it, whoever waits for that one, up to the first who survives.
    public static int[] retriesDependents(Snapshot snapshot, int dependency) {
        int[] from = {-1};
        snapshot.forEachTarget(dependency, Relation.DEPENDENCY_FROM, node -> from[0] = node);
        if (from[0] < 0 || !snapshot.failsWith(dependency)) {
            return from[0] < 0 ? new int[0] : from;
        }
        return Dependents.of(snapshot, from[0], snapshot::isWaitedFor, (edge, _) -> snapshot.failsWith(edge));
    }

    /// @param total of the known parts
    /// @param hops the path that takes that long
    /// @param unknown components of unknown latency below, and dependencies that close a circle; sorted
    public record Latency(Duration total, List<Hop> hops, List<EntityRef> unknown) {
        public Latency {
            hops = List.copyOf(hops);
            unknown = List.copyOf(unknown);
        }

        /// True when nothing is unknown.
        public boolean complete() {
            return unknown.isEmpty();
        }
    }

    /// @param attempts at the far end for one request, at least 1
    /// @param hops the path that multiplies them
    /// @param unknown dependencies of unknown retries below, and those that close a circle; sorted
    public record Retries(long attempts, List<Hop> hops, List<EntityRef> unknown) {
        public Retries {
            hops = List.copyOf(hops);
            unknown = List.copyOf(unknown);
        }

        /// True when nothing is unknown.
        public boolean complete() {
            return unknown.isEmpty();
        }
    }

    private record LatencyMeasure(Snapshot snapshot, int root) implements Longest.Measure {
        @Override
        public long nothing() {
            return 0;
        }

        @Override
        public boolean follows(int node, int edge) {
            return snapshot.isWaitedFor(edge);
        }

        @Override
        public boolean ends(int node) {
            return node != root && Promises.latency(snapshot, node) != null;
        }

        @Override
        public long node(int node, long below) {
            Duration promised = node == root ? null : Promises.latency(snapshot, node);
            Duration own = promised != null ? promised : own(node);
            return own == null ? UNKNOWN : saturated(own, below);
        }

        /// Nearly three hundred years where it is more.
        private static long saturated(Duration own, long below) {
            Duration sum = own.plusNanos(below);
            return sum.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : sum.toNanos();
        }

        private @Nullable Duration own(int node) {
            return Objects.requireNonNull(snapshot.at(node)).entity() instanceof Component component
                    ? component.latency()
                    : null;
        }

        @Override
        public long edge(int edge, long below) {
            return below;
        }
    }

    private record RetriesMeasure(Snapshot snapshot, int root) implements Longest.Measure {
        @Override
        public long nothing() {
            return 1;
        }

        @Override
        public boolean follows(int node, int edge) {
            return node == root ? snapshot.isWaitedFor(edge) : snapshot.failsWith(edge);
        }

        @Override
        public boolean ends(int node) {
            return false;
        }

        @Override
        public long node(int node, long below) {
            return below;
        }

        @Override
        public long edge(int edge, long below) {
            int retries = snapshot.retries(edge);
            return retries < 0 ? UNKNOWN : saturated(retries + 1L, below);
        }

        private static long saturated(long attempts, long below) {
            return attempts > Long.MAX_VALUE / below ? Long.MAX_VALUE : attempts * below;
        }
    }
}
