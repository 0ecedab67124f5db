package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A breadth-first search that remembers how far each node is from the nearest start. Which way it came is not
/// remembered but found again when asked for, so that it does not depend on the order of edges.
///
/// An upstream round that begins at many nodes asks each node that was not reached yet whether it leads to one that
/// was, and stops at the first such edge, which looks at far fewer edges than to follow all that lead to those nodes
/// (Beamer, Asanovic, Patterson: Direction-Optimizing Breadth-First Search, 2012).
final class Search {
    private final Snapshot snapshot;
    private final Edges edges;
    private final Step step;
    private final boolean upstream;
    private final Marks reached;
    /// Where each distance begins among the positions; nodes are reached in order of distance.
    private int[] begins = new int[8];

    private final Edges.EdgeTest meets = this::meets;
    private int gathering;
    private int rounds;
    private @Nullable Positions positions;
    private @Nullable Map<Integer, Hop> arrivals;

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
            if (upstream && isWide(begin, end)) {
                gather();
            } else {
                for (int position = begin; position < end; position++) {
                    int node = reached.number(position);
                    if (begin == 0 || !step.ends(node)) {
                        expand(node);
                    }
                }
            }
            begin = end;
        }
    }

    /// Whether more edges lead to the nodes at those positions than there are nodes that edges start at. Never in the
    /// first round, in which the search also goes on at a node that ends it.
    private boolean isWide(int begin, int end) {
        int nodes = edges.lastStart() - edges.firstStart() + 1;
        int leading = 0;
        for (int position = begin; position < end && leading <= nodes; position++) {
            leading += edges.inDegree(reached.number(position));
        }
        return begin > 0 && leading > nodes;
    }

    /// Adds the nodes that were not reached yet and from which an edge leads to one that was when the round began.
    private void gather() {
        Marks found = new Marks(snapshot.size());
        int last = edges.lastStart();
        for (int node = edges.firstStart(); node <= last; node++) {
            if (!reached.contains(node)) {
                gathering = node;
                if (edges.anyOut(node, meets)) {
                    found.add(node);
                }
            }
        }
        for (int position = 0; position < found.size(); position++) {
            reached.add(found.number(position));
        }
    }

    private boolean meets(int edge, int other) {
        return reached.contains(other) && !step.ends(other) && step.passes(edge, gathering);
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

    /// Calls back with each node that is no start and its distance, the nearest first.
    void forEachFurther(BlastRadius.Visitor visitor) {
        for (int distance = 1; distance < rounds; distance++) {
            int end = distance + 1 < rounds ? begins[distance + 1] : reached.size();
            for (int position = begins[distance]; position < end; position++) {
                visitor.affected(reached.number(position), distance);
            }
        }
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
    /// next hop at each node. Looks only at edges that the search itself would have looked at, or at those of the
    /// nodes on the path that lead to a start: never at all who need a node that is needed by many.
    List<Hop> path(int node) {
        List<Hop> hops = new ArrayList<>();
        int at = node;
        for (int left = distance(node); left > 0; left--) {
            Hop hop = Objects.requireNonNull(
                    upstream ? nearer(at, left - 1) : arrivals().get(at));
            hops.add(hop);
            at = snapshot.indexOf(upstream ? hop.to() : hop.from());
        }
        return hops;
    }

    /// The smallest hop from a node of an upstream search to one at that distance.
    private @Nullable Hop nearer(int node, int distance) {
        @Nullable Hop[] smallest = {null};
        edges.forEachOut(node, (edge, other) -> {
            if (distance(other) == distance && goesOn(other, distance) && step.passes(edge, node)) {
                smallest[0] = smaller(smallest[0], Hop.of(snapshot, node, edge, other));
            }
        });
        return smallest[0];
    }

    private boolean goesOn(int node, int distance) {
        return distance == 0 || !step.ends(node);
    }

    /// The smallest hop by which a downstream search comes to each node from one that is nearer.
    private Map<Integer, Hop> arrivals() {
        if (arrivals == null) {
            Map<Integer, Hop> all = new HashMap<>();
            for (int i = 0; i < reached.size(); i++) {
                arrivals(reached.number(i), all);
            }
            arrivals = all;
        }
        return arrivals;
    }

    private void arrivals(int node, Map<Integer, Hop> all) {
        int next = distance(node) + 1;
        if (goesOn(node, next - 1)) {
            edges.forEachOut(node, (edge, other) -> {
                if (distance(other) == next && step.passes(edge, other)) {
                    all.put(other, smaller(all.get(other), Hop.of(snapshot, node, edge, other)));
                }
            });
        }
    }

    private static Hop smaller(@Nullable Hop known, Hop other) {
        return known == null || other.compareTo(known) < 0 ? other : known;
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
}
