package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tarjan's strongly connected components over hard dependencies, without recursion (R. Tarjan, "Depth-first search
/// and linear graph algorithms", SIAM Journal on Computing 1(2), 1972).
final class StrongComponents {
    private final Snapshot snapshot;
    private final Edges edges;
    /// Order of first visit, from 1; 0 is not visited yet.
    private final int[] order;

    private final int[] low;
    private final boolean[] open;
    private final IntStack path = new IntStack();
    private final IntStack members = new IntStack();
    /// The targets that the nodes on the path have still to visit, and where those of each node begin.
    private final IntStack targets = new IntStack();

    private final IntStack begins = new IntStack();
    private final List<int[]> groups = new ArrayList<>();
    private int visited;

    StrongComponents(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.edges = snapshot.edges(EdgeKind.DEPENDENCY);
        this.order = new int[snapshot.size()];
        this.low = new int[snapshot.size()];
        this.open = new boolean[snapshot.size()];
        for (Kind kind : Kind.values()) {
            if (kind.connects()) {
                snapshot.all(kind).forEach(this::search);
            }
        }
    }

    /// Groups of more than one node, and of nodes that need themselves.
    List<int[]> groups() {
        return groups;
    }

    private void search(int root) {
        if (order[root] != 0) {
            return;
        }
        enter(root);
        while (path.size() > 0) {
            int node = path.last();
            if (targets.size() == begins.last()) {
                leave(node);
                continue;
            }
            int target = targets.pop();
            if (order[target] == 0) {
                enter(target);
            } else if (open[target]) {
                low[node] = Math.min(low[node], order[target]);
            }
        }
    }

    private void enter(int node) {
        order[node] = low[node] = ++visited;
        open[node] = true;
        path.push(node);
        members.push(node);
        begins.push(targets.size());
        edges.forEachOut(node, (edge, other) -> {
            if (snapshot.need(edge).isHard()) {
                targets.push(other);
            }
        });
    }

    private void leave(int node) {
        path.pop();
        begins.pop();
        if (path.size() > 0) {
            low[path.last()] = Math.min(low[path.last()], low[node]);
        }
        if (low[node] == order[node]) {
            close(node);
        }
    }

    private void close(int root) {
        int[] group = new int[8];
        int size = 0;
        int member;
        do {
            member = members.pop();
            open[member] = false;
            if (size == group.length) {
                group = Arrays.copyOf(group, size * 2);
            }
            group[size++] = member;
        } while (member != root);
        if (size > 1 || needsItself(root)) {
            groups.add(Arrays.copyOf(group, size));
        }
    }

    private boolean needsItself(int node) {
        boolean[] found = {false};
        edges.forEachOut(
                node,
                (edge, other) ->
                        found[0] |= other == node && snapshot.need(edge).isHard());
        return found[0];
    }
}
