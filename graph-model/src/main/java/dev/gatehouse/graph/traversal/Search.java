package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A breadth-first search that remembers how far each node is from the nearest start. Which way it came is not
/// remembered but found again when asked for, so that it does not depend on the order of edges.
final class Search {
    private final Snapshot snapshot;
    private final Edges edges;
    private final Step step;
    private final boolean upstream;
    private final Marks reached;
    /// Where each distance begins among the positions; nodes are reached in order of distance.
    private int[] begins = new int[8];

    private int rounds;
    private @Nullable Positions positions;

    private Search(Snapshot snapshot, Edges edges, Step step, boolean upstream) {
        this.snapshot = snapshot;
        this.edges = edges;
        this.step = step;
        this.upstream = upstream;
        this.reached = new Marks(snapshot.size());
    }

    /// Follows edges from end to start.
    static Search upstream(Snapshot snapshot, Edges edges, int[] starts, Step step) {
        Search search = new Search(snapshot, edges, step, true);
        search.run(starts);
        return search;
    }

    /// Follows edges from start to end.
    static Search downstream(Snapshot snapshot, Edges edges, int[] starts, Step step) {
        Search search = new Search(snapshot, edges, step, false);
        search.run(starts);
        return search;
    }

    private void run(int[] starts) {
        for (int start : starts) {
            reached.add(start);
        }
        for (int begin = 0; begin < reached.size(); ) {
            begin(begin);
            int end = reached.size();
            for (int position = begin; position < end; position++) {
                int node = reached.number(position);
                if (begin == 0 || !step.ends(node)) {
                    expand(node);
                }
            }
            begin = end;
        }
    }

    private void begin(int position) {
        if (rounds == begins.length) {
            begins = Arrays.copyOf(begins, rounds * 2);
        }
        begins[rounds++] = position;
    }

    private void expand(int node) {
        if (upstream) {
            edges.forEachIn(node, this::meet);
        } else {
            edges.forEachOut(node, this::meet);
        }
    }

    private void meet(int edge, int other) {
        if (!reached.contains(other) && step.passes(edge, other)) {
            reached.add(other);
        }
    }

    Marks reached() {
        return reached;
    }

    /// Edges between the node and the nearest start, -1 where it was not reached.
    int distance(int node) {
        if (!reached.contains(node)) {
            return -1;
        }
        int found = Arrays.binarySearch(begins, 0, rounds, positions().of(node));
        return found >= 0 ? found : -found - 2;
    }

    /// Made when a distance is first asked for; most searches only ask who was reached.
    private Positions positions() {
        if (positions == null) {
            positions = new Positions();
            for (int i = 0; i < reached.size(); i++) {
                positions.add(reached.number(i));
            }
        }
        return positions;
    }

    /// The shortest path between the node and the nearest start, from the node; of several the one with the smallest
    /// next hop at each node.
    List<Hop> path(int node) {
        List<Hop> hops = new ArrayList<>();
        int at = node;
        for (int left = distance(node); left > 0; left--) {
            Nearer nearer = new Nearer(at, left - 1);
            if (upstream) {
                edges.forEachOut(at, nearer);
            } else {
                edges.forEachIn(at, nearer);
            }
            at = nearer.take(hops);
        }
        return hops;
    }

    /// Whether a search may pass an edge; `node` is where it leads to.
    @FunctionalInterface
    interface Step {
        boolean passes(int edge, int node);

        /// Whether the search stops at a node that it has reached; it never does at a start.
        default boolean ends(int node) {
            return false;
        }
    }

    /// Finds the smallest hop from a node to one that is nearer to a start.
    private final class Nearer implements Edges.EdgeVisitor {
        private final int node;
        private final int distance;
        private @Nullable Hop smallest;
        private int next = -1;

        Nearer(int node, int distance) {
            this.node = node;
            this.distance = distance;
        }

        @Override
        public void edge(int edge, int other) {
            boolean goesOn = distance == 0 || !step.ends(other);
            if (distance(other) == distance && step.passes(edge, node) && goesOn) {
                Hop hop = upstream ? Hop.of(snapshot, node, edge, other) : Hop.of(snapshot, other, edge, node);
                if (smallest == null || hop.compareTo(smallest) < 0) {
                    smallest = hop;
                    next = other;
                }
            }
        }

        int take(List<Hop> hops) {
            hops.add(Objects.requireNonNull(smallest));
            return next;
        }
    }
}
