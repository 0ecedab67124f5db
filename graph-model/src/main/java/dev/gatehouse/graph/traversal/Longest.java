package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The path with the greatest measure below a node: depth first without recursion, each node once, neighbours in order
/// of reference, so that what is left out of a circle is always the same.
final class Longest {
    private final Snapshot snapshot;
    private final Edges edges;
    private final Measure measure;
    private final Positions met = new Positions();
    private final List<State> states = new ArrayList<>();
    private final Positions unknown = new Positions();
    private final State root;

    Longest(Snapshot snapshot, Measure measure, int node) {
        this.snapshot = snapshot;
        this.edges = snapshot.edges(EdgeKind.DEPENDENCY);
        this.measure = measure;
        this.root = enter(node);
        Deque<State> path = new ArrayDeque<>(List.of(root));
        while (!path.isEmpty()) {
            State at = path.peek();
            if (at.next < at.steps.size()) {
                follow(at, at.steps.get(at.next), path);
            } else {
                path.pop().close();
            }
        }
    }

    private State enter(int node) {
        met.add(node);
        List<Step> steps = new ArrayList<>();
        if (!measure.ends(node)) {
            edges.forEachOut(node, (edge, other) -> {
                if (measure.follows(node, edge)) {
                    steps.add(new Step(edge, other));
                }
            });
        }
        steps.sort(this::byReference);
        State state = new State(node, steps);
        states.add(state);
        return state;
    }

    private int byReference(Step left, Step right) {
        int order = snapshot.compare(left.node, right.node);
        return order == 0 ? snapshot.compare(left.edge, right.edge) : order;
    }

    private void follow(State at, Step step, Deque<State> path) {
        int position = met.of(step.node);
        if (position < 0) {
            path.push(enter(step.node));
            return;
        }
        at.next++;
        if (states.get(position).open) {
            unknown.add(step.edge);
        } else {
            at.take(step, states.get(position));
        }
    }

    long value() {
        return root.value;
    }

    /// From the node down.
    List<Hop> hops() {
        List<Hop> hops = new ArrayList<>();
        for (State at = root; at.worst != null; at = states.get(met.of(at.worst.node))) {
            hops.add(Hop.of(snapshot, at.node, at.worst.edge, at.worst.node));
        }
        return hops;
    }

    /// What has no known measure, and the edges that close a circle.
    List<EntityRef> unknown() {
        return IntStream.range(0, unknown.size())
                .mapToObj(position -> Hop.ref(snapshot, unknown.number(position)))
                .sorted()
                .toList();
    }

    /// What is measured; each answers for one node or edge.
    interface Measure {
        /// Less than any measure.
        long UNKNOWN = -1;

        /// The measure below a node without dependencies.
        long nothing();

        /// Whether the measure goes on from a node over one of its edges.
        boolean follows(int node, int edge);

        /// Whether the search stops at the node.
        boolean ends(int node);

        /// The measure from the node on, or [#UNKNOWN] where the node's part is unknown and counts nothing.
        long node(int node, long below);

        /// The measure from the edge on, or [#UNKNOWN] where the edge's part is unknown and counts nothing.
        long edge(int edge, long below);
    }

    private record Step(int edge, int node) {}

    private final class State {
        private final int node;
        private final List<Step> steps;
        private int next;
        private @Nullable Step worst;
        private long value = measure.nothing();
        private boolean open = true;

        State(int node, List<Step> steps) {
            this.node = node;
            this.steps = steps;
        }

        void take(Step step, State below) {
            long through = measure.edge(step.edge, below.value);
            if (through == Measure.UNKNOWN) {
                unknown.add(step.edge);
                through = below.value;
            }
            if (worst == null || through > value) {
                worst = step;
                value = through;
            }
        }

        void close() {
            long known = measure.node(node, value);
            if (known == Measure.UNKNOWN) {
                unknown.add(node);
            } else {
                value = known;
            }
            open = false;
        }
    }
}
