package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A difference laid over a snapshot. What the difference does not name is answered by the snapshot below.
final class Overlay implements Snapshot {
    private final Snapshot base;
    private final Delta delta;
    /// Entities that the base does not have; their numbers begin at the base's size.
    private final List<EntityRef> added;

    private final Map<EntityRef, Integer> addedNumbers = new HashMap<>();
    private final Map<Integer, @Nullable Declaration> named = new HashMap<>();
    private final BitSet namedBits = new BitSet();
    private final Map<Row, List<Integer>> sources = new HashMap<>();
    private final Map<EdgeKind, OverlayEdges> edges = new HashMap<>();

    private Overlay(Snapshot base, Delta delta, List<EntityRef> added) {
        this.base = base;
        this.delta = delta;
        this.added = added;
        for (int i = 0; i < added.size(); i++) {
            addedNumbers.put(added.get(i), base.size() + i);
        }
        delta.puts().forEach((ref, declaration) -> name(indexOf(ref), declaration));
        delta.removes().forEach(ref -> name(indexOf(ref), null));
        for (int i = 0; i < added.size(); i++) {
            if (!namedBits.get(base.size() + i)) {
                name(base.size() + i, null);
            }
        }
        named.forEach((number, declaration) -> {
            if (declaration != null) {
                declaration.entity().references().forEach(reference -> addSource(number, reference));
            }
        });
        edges.put(
                EdgeKind.DEPENDENCY,
                new OverlayEdges(base.edges(EdgeKind.DEPENDENCY), Relation.DEPENDENCY_FROM, Relation.DEPENDENCY_TO));
        edges.put(EdgeKind.FLOW, new OverlayEdges(base.edges(EdgeKind.FLOW), Relation.FLOW_FROM, Relation.FLOW_TO));
    }

    static Snapshot of(Snapshot below, Delta delta) {
        Snapshot base = below instanceof Overlay overlay ? overlay.base : below;
        List<EntityRef> added = new ArrayList<>(below instanceof Overlay overlay ? overlay.added : List.of());
        Delta all = below instanceof Overlay overlay ? overlay.delta.then(delta) : delta;
        delta.puts().keySet().stream().filter(ref -> below.indexOf(ref) < 0).forEach(added::add);
        return new Overlay(base, all, List.copyOf(added));
    }

    private void name(int number, @Nullable Declaration declaration) {
        if (number >= 0) {
            named.put(number, declaration);
            namedBits.set(number);
        }
    }

    private void addSource(int source, Entity.Reference reference) {
        int target = indexOf(reference.target());
        if (target >= 0) {
            sources.computeIfAbsent(new Row(reference.relation(), target), _ -> new ArrayList<>())
                    .add(source);
        }
    }

    @Override
    public int size() {
        return base.size() + added.size();
    }

    @Override
    public int indexOf(EntityRef ref) {
        return addedNumbers.getOrDefault(ref, base.indexOf(ref));
    }

    @Override
    public @Nullable Declaration at(int index) {
        return namedBits.get(index) ? named.get(index) : base.at(index);
    }

    @Override
    public void forEachTarget(int index, Relation relation, IntConsumer action) {
        Declaration declaration = at(index);
        if (!namedBits.get(index)) {
            base.forEachTarget(index, relation, target -> {
                if (at(target) != null) {
                    action.accept(target);
                }
            });
        } else if (declaration != null) {
            declaration.entity().references().stream()
                    .filter(reference -> reference.relation() == relation)
                    .mapToInt(reference -> indexOf(reference.target()))
                    .filter(target -> target >= 0 && at(target) != null)
                    .forEach(action);
        }
    }

    @Override
    public void forEachSource(int index, Relation relation, IntConsumer action) {
        if (at(index) == null) {
            return;
        }
        if (index < base.size()) {
            base.forEachSource(index, relation, source -> {
                if (!namedBits.get(source)) {
                    action.accept(source);
                }
            });
        }
        sources.getOrDefault(new Row(relation, index), List.of()).forEach(action::accept);
    }

    @Override
    public Edges edges(EdgeKind kind) {
        return Objects.requireNonNull(edges.get(kind));
    }

    @Override
    public Map<String, Reading> readings() {
        return base.readings();
    }

    private record Row(Relation relation, int target) {}

    private final class OverlayEdges implements Edges {
        private final Edges below;
        private final Map<Integer, List<int[]>> out = new HashMap<>();
        private final Map<Integer, List<int[]>> in = new HashMap<>();

        OverlayEdges(Edges below, Relation from, Relation to) {
            this.below = below;
            namedBits.stream().forEach(edge -> {
                int start = single(edge, from);
                int end = single(edge, to);
                if (start >= 0 && end >= 0) {
                    out.computeIfAbsent(start, _ -> new ArrayList<>()).add(new int[] {edge, end});
                    in.computeIfAbsent(end, _ -> new ArrayList<>()).add(new int[] {edge, start});
                }
            });
        }

        private int single(int edge, Relation relation) {
            int[] found = {-1};
            forEachTarget(edge, relation, target -> found[0] = target);
            return found[0];
        }

        @Override
        public void forEachOut(int node, EdgeVisitor visitor) {
            if (at(node) == null) {
                return;
            }
            if (node < base.size()) {
                below.forEachOut(node, unchanged(visitor));
            }
            out.getOrDefault(node, List.of()).forEach(pair -> visitor.edge(pair[0], pair[1]));
        }

        @Override
        public void forEachIn(int node, EdgeVisitor visitor) {
            if (at(node) == null) {
                return;
            }
            if (node < base.size()) {
                below.forEachIn(node, unchanged(visitor));
            }
            in.getOrDefault(node, List.of()).forEach(pair -> visitor.edge(pair[0], pair[1]));
        }

        private EdgeVisitor unchanged(EdgeVisitor visitor) {
            return (edge, other) -> {
                if (!namedBits.get(edge) && at(other) != null) {
                    visitor.edge(edge, other);
                }
            };
        }

        @Override
        public int outDegree(int node) {
            int[] count = {0};
            forEachOut(node, (_, _) -> count[0]++);
            return count[0];
        }

        @Override
        public int inDegree(int node) {
            int[] count = {0};
            forEachIn(node, (_, _) -> count[0]++);
            return count[0];
        }
    }
}
