package dev.gatehouse.graph;

import dev.gatehouse.model.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The edges of an overlay. A node whose edges the difference does not touch is answered by the edges below, without
/// a look at each edge.
final class OverlayEdges implements Edges {
    private final Overlay overlay;
    private final Edges below;
    private final Side out = new Side();
    private final Side in = new Side();

    OverlayEdges(Overlay overlay, EdgeKind kind, Relation from, Relation to) {
        this.overlay = overlay;
        this.below = overlay.base.edges(kind);
        for (int i = 0; i < overlay.named.size(); i++) {
            int number = overlay.named.number(i);
            hide(single(overlay.base, number, from), single(overlay.base, number, to));
            show(number, single(overlay, number, from), single(overlay, number, to));
            if (!overlay.stands(number)) {
                remove(number);
            }
        }
    }

    private static int single(Snapshot snapshot, int edge, Relation relation) {
        int[] found = {-1};
        snapshot.forEachTarget(edge, relation, target -> found[0] = target);
        return found[0];
    }

    private void hide(int start, int end) {
        if (start >= 0 && end >= 0) {
            out.touch(start).fewer++;
            in.touch(end).fewer++;
        }
    }

    private void show(int edge, int start, int end) {
        if (start >= 0 && end >= 0) {
            out.touch(start).more.add(new int[] {edge, end});
            in.touch(end).more.add(new int[] {edge, start});
        }
    }

    /// The edges of a removed node are gone for the nodes at their other ends too.
    private void remove(int node) {
        out.touch(node).gone = true;
        in.touch(node).gone = true;
        below.forEachOut(node, (edge, other) -> {
            if (!overlay.named.contains(edge)) {
                in.touch(other).fewer++;
            }
        });
        below.forEachIn(node, (edge, other) -> {
            if (!overlay.named.contains(edge)) {
                out.touch(other).fewer++;
            }
        });
    }

    @Override
    public void forEachOut(int node, EdgeVisitor visitor) {
        Touched touched = out.at(node);
        if (touched == null) {
            below.forEachOut(node, visitor);
        } else if (!touched.gone) {
            below.forEachOut(node, touched.fewer == 0 ? visitor : standing(visitor));
            touched.forEachMore(visitor);
        }
    }

    @Override
    public void forEachIn(int node, EdgeVisitor visitor) {
        Touched touched = in.at(node);
        if (touched == null) {
            below.forEachIn(node, visitor);
        } else if (!touched.gone) {
            below.forEachIn(node, touched.fewer == 0 ? visitor : standing(visitor));
            touched.forEachMore(visitor);
        }
    }

    private EdgeVisitor standing(EdgeVisitor visitor) {
        return (edge, other) -> {
            if (!overlay.named.contains(edge) && overlay.stands(other)) {
                visitor.edge(edge, other);
            }
        };
    }

    @Override
    public boolean anyOut(int node, EdgeTest test) {
        Touched touched = out.at(node);
        if (touched == null) {
            return below.anyOut(node, test);
        }
        return !touched.gone
                && (below.anyOut(
                                node,
                                (edge, other) -> !overlay.named.contains(edge)
                                        && overlay.stands(other)
                                        && test.passes(edge, other))
                        || touched.anyMore(test));
    }

    @Override
    public int firstStart() {
        return out.nodes.size() == 0
                ? below.firstStart()
                : Math.min(below.firstStart(), out.nodes.sorted()[0]);
    }

    @Override
    public int lastStart() {
        int touched = out.nodes.size();
        return touched == 0
                ? below.lastStart()
                : Math.max(below.lastStart(), out.nodes.sorted()[touched - 1]);
    }

    @Override
    public int outDegree(int node) {
        return degree(out, below.outDegree(node), node);
    }

    @Override
    public int inDegree(int node) {
        return degree(in, below.inDegree(node), node);
    }

    private static int degree(Side side, int below, int node) {
        Touched touched = side.at(node);
        if (touched == null) {
            return below;
        }
        return touched.gone ? 0 : below - touched.fewer + touched.more.size();
    }

    /// The nodes whose edges in one direction differ from those below.
    private static final class Side {
        private final Positions nodes = new Positions();
        private final List<Touched> touched = new ArrayList<>();

        Touched touch(int node) {
            if (nodes.add(node)) {
                touched.add(new Touched());
            }
            return touched.get(nodes.of(node));
        }

        @Nullable
        Touched at(int node) {
            int position = nodes.of(node);
            return position < 0 ? null : touched.get(position);
        }
    }

    /// What differs at one node: how many edges below no longer count, and which edges come in addition.
    private static final class Touched {
        private final List<int[]> more = new ArrayList<>();
        private int fewer;
        private boolean gone;

        boolean anyMore(EdgeTest test) {
            return more.stream().anyMatch(pair -> test.passes(pair[0], pair[1]));
        }

        void forEachMore(EdgeVisitor visitor) {
            for (int[] pair : more) {
                visitor.edge(pair[0], pair[1]);
            }
        }
    }
}
