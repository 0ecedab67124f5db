package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The architecture at a revision, in arrays. References to what is not declared are left out.
final class BaseSnapshot implements Snapshot {
    static final Snapshot EMPTY = of(List.of(), Map.of());

    private final Declaration[] declarations;
    private final Map<EntityRef, Integer> numbers;
    private final Map<Relation, Both> relations;
    private final Map<EdgeKind, Edges> edges;
    private final Map<String, Reading> readings;

    private BaseSnapshot(Declaration[] declarations, Map<String, Reading> readings) {
        this.declarations = declarations;
        this.readings = Ordered.copyOf(readings);
        this.numbers = HashMap.newHashMap(declarations.length);
        for (int i = 0; i < declarations.length; i++) {
            numbers.put(declarations[i].ref(), i);
        }
        this.relations = relations();
        this.edges = Map.of(
                EdgeKind.DEPENDENCY, edges(Relation.DEPENDENCY_FROM, Relation.DEPENDENCY_TO),
                EdgeKind.FLOW, edges(Relation.FLOW_FROM, Relation.FLOW_TO));
    }

    static Snapshot of(Collection<Declaration> declarations, Map<String, Reading> readings) {
        Declaration[] sorted = declarations.toArray(Declaration[]::new);
        Arrays.parallelSort(sorted, Comparator.comparing(Declaration::ref));
        return new BaseSnapshot(sorted, readings);
    }

    private Map<Relation, Both> relations() {
        Map<Relation, Numbers> sources = new EnumMap<>(Relation.class);
        Map<Relation, Numbers> targets = new EnumMap<>(Relation.class);
        for (int source = 0; source < declarations.length; source++) {
            for (Entity.Reference reference : declarations[source].entity().references()) {
                int target = indexOf(reference.target());
                if (target >= 0) {
                    sources.computeIfAbsent(reference.relation(), _ -> new Numbers())
                            .add(source);
                    targets.computeIfAbsent(reference.relation(), _ -> new Numbers())
                            .add(target);
                }
            }
        }
        Map<Relation, Both> all = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            int[] from = sources.getOrDefault(relation, new Numbers()).toArray();
            int[] to = targets.getOrDefault(relation, new Numbers()).toArray();
            all.put(relation, Both.of(declarations.length, from, to));
        }
        return all;
    }

    private Edges edges(Relation from, Relation to) {
        Both starts = relation(from);
        Both ends = relation(to);
        int[] complete = IntStream.range(0, declarations.length)
                .filter(edge -> starts.forward.count(edge) > 0 && ends.forward.count(edge) > 0)
                .toArray();
        int[] startOf = IntStream.of(complete)
                .map(edge -> starts.forward.value(starts.forward.start(edge)))
                .toArray();
        int[] endOf = IntStream.of(complete)
                .map(edge -> ends.forward.value(ends.forward.start(edge)))
                .toArray();
        return new SparseEdges(
                SparseArray.of(declarations.length, startOf, complete),
                SparseArray.of(declarations.length, startOf, endOf),
                SparseArray.of(declarations.length, endOf, complete),
                SparseArray.of(declarations.length, endOf, startOf));
    }

    private Both relation(Relation relation) {
        return Objects.requireNonNull(relations.get(relation));
    }

    @Override
    public int size() {
        return declarations.length;
    }

    @Override
    public int indexOf(EntityRef ref) {
        return numbers.getOrDefault(ref, -1);
    }

    @Override
    public @Nullable Declaration at(int index) {
        return declarations[index];
    }

    @Override
    public void forEachTarget(int index, Relation relation, IntConsumer action) {
        relation(relation).forward.forEach(index, action);
    }

    @Override
    public void forEachSource(int index, Relation relation, IntConsumer action) {
        relation(relation).backward.forEach(index, action);
    }

    @Override
    public Edges edges(EdgeKind kind) {
        return Objects.requireNonNull(edges.get(kind));
    }

    @Override
    public Map<String, Reading> readings() {
        return readings;
    }

    private record Both(SparseArray forward, SparseArray backward) {
        static Both of(int rows, int[] from, int[] to) {
            return new Both(SparseArray.of(rows, from, to), SparseArray.of(rows, to, from));
        }
    }

    private record SparseEdges(SparseArray outEdges, SparseArray outNodes, SparseArray inEdges, SparseArray inNodes)
            implements Edges {
        @Override
        public void forEachOut(int node, EdgeVisitor visitor) {
            visit(outEdges, outNodes, node, visitor);
        }

        @Override
        public void forEachIn(int node, EdgeVisitor visitor) {
            visit(inEdges, inNodes, node, visitor);
        }

        private static void visit(SparseArray edges, SparseArray nodes, int node, EdgeVisitor visitor) {
            for (int i = edges.start(node); i < edges.end(node); i++) {
                visitor.edge(edges.value(i), nodes.value(i));
            }
        }

        @Override
        public int outDegree(int node) {
            return outEdges.count(node);
        }

        @Override
        public int inDegree(int node) {
            return inEdges.count(node);
        }
    }

    /// A growing array of numbers.
    private static final class Numbers {
        private int[] values = new int[16];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
