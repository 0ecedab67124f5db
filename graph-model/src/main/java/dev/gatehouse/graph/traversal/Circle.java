package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;

/// The strongly connected component of one node. Closures in both directions grow in turn, the cheaper one first; the
/// one that ends first holds the whole group, and the edges it walked, turned round, say who belongs to it.
final class Circle {
    private final Snapshot snapshot;
    private final Edges edges;
    private final int node;

    Circle(Snapshot snapshot, int node) {
        this.snapshot = snapshot;
        this.edges = snapshot.edges(EdgeKind.DEPENDENCY);
        this.node = node;
    }

    /// The members, or nothing where the node stands in no circle.
    int[] members() {
        Side forward = new Side(true);
        Side backward = new Side(false);
        while (!forward.ended() && !backward.ended()) {
            (forward.nextCost() <= backward.nextCost() ? forward : backward).expand();
        }
        return (forward.ended() ? forward : backward).returning();
    }

    private final class Side {
        private final boolean out;
        private final Positions reached = new Positions();
        /// For each position the last walked edge that ends there, as an index of the two stacks below, or -1.
        private final IntStack lastInto = new IntStack();

        private final IntStack sources = new IntStack();
        private final IntStack previousInto = new IntStack();
        private int expanded;
        private long spent;

        Side(boolean out) {
            this.out = out;
            reach(node);
        }

        private void reach(int number) {
            if (reached.add(number)) {
                lastInto.push(-1);
            }
        }

        boolean ended() {
            return expanded == reached.size();
        }

        /// Edges looked at so far and by the next expansion.
        long nextCost() {
            int next = reached.number(expanded);
            return spent + (out ? edges.outDegree(next) : edges.inDegree(next));
        }

        void expand() {
            spent = nextCost();
            int position = expanded++;
            int next = reached.number(position);
            if (out) {
                edges.forEachOut(next, (edge, other) -> walk(position, edge, other));
            } else {
                edges.forEachIn(next, (edge, other) -> walk(position, edge, other));
            }
        }

        private void walk(int position, int edge, int other) {
            if (snapshot.need(edge).isHard()) {
                reach(other);
                int target = reached.of(other);
                sources.push(position);
                previousInto.push(lastInto.get(target));
                lastInto.set(target, sources.size() - 1);
            }
        }

        /// The nodes from which walked edges lead back to the node.
        int[] returning() {
            Positions back = new Positions();
            collect(0, back);
            for (int i = 0; i < back.size(); i++) {
                collect(reached.of(back.number(i)), back);
            }
            return back.sorted();
        }

        private void collect(int position, Positions back) {
            for (int edge = lastInto.get(position); edge >= 0; edge = previousInto.get(edge)) {
                back.add(reached.number(sources.get(edge)));
            }
        }
    }
}
