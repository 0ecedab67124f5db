package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Dependency;
import java.util.ArrayList;
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

/// The architecture at a revision, in arrays; numbers ascend as references do. A reference to what is not declared
/// leads nowhere, and is remembered for an overlay that declares it.
@SuppressWarnings("EnumOrdinal") // arrays by kind and bytes of needs live and die with one snapshot
final class BaseSnapshot implements Snapshot {
    static final Snapshot EMPTY = of(List.of(), Map.of());

    private static final Need[] NEEDS = Need.values();
    private static final int WAITED_FOR = 1 << 3;
    private static final int FAILS_WITH = 1 << 4;
    private static final int NEED = WAITED_FOR - 1;

    private final Declaration[] declarations;
    private final RefTable numbers;
    /// The first number of each kind, by ordinal, and the size at the end.
    private final int[] kinds;
    /// Ordinal of each dependency's need, with [#WAITED_FOR] and [#FAILS_WITH] beside it, by its distance to the first
    /// dependency.
    private final byte[] needs;
    /// What each dependency states of its retries, at the same place.
    private final int[] retries;

    private final Map<Relation, Both> relations;
    private final Map<EdgeKind, Edges> edges;
    private final Map<EntityRef, List<Integer>> dangling = new HashMap<>();
    private final Map<String, Reading> readings;

    private BaseSnapshot(Declaration[] declarations, Map<String, Reading> readings) {
        this.declarations = declarations;
        this.readings = Ordered.copyOf(readings);
        this.numbers = new RefTable(declarations);
        this.kinds = kinds(declarations);
        this.needs = new byte[kinds[Kind.DEPENDENCY.ordinal() + 1] - kinds[Kind.DEPENDENCY.ordinal()]];
        this.retries = new int[needs.length];
        for (int place = 0; place < needs.length; place++) {
            state(place, (Dependency) declarations[kinds[Kind.DEPENDENCY.ordinal()] + place].entity());
        }
        Map<Relation, Pairs> pairs = pairs();
        this.relations = new EnumMap<>(Relation.class);
        pairs.forEach((relation, both) -> relations.put(relation, Both.of(both)));
        this.edges = Map.of(
                EdgeKind.DEPENDENCY, edges(pairs, Relation.DEPENDENCY_FROM, Relation.DEPENDENCY_TO),
                EdgeKind.FLOW, edges(pairs, Relation.FLOW_FROM, Relation.FLOW_TO));
    }

    static Snapshot of(Collection<Declaration> declarations, Map<String, Reading> readings) {
        Declaration[] sorted = declarations.toArray(Declaration[]::new);
        Arrays.sort(sorted, Comparator.comparing(Declaration::ref));
        return new BaseSnapshot(sorted, readings);
    }

    private static int[] kinds(Declaration[] declarations) {
        int[] first = new int[Kind.values().length + 1];
        for (Declaration declaration : declarations) {
            first[declaration.ref().kind().ordinal() + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private void state(int place, Dependency dependency) {
        needs[place] = (byte) (Need.of(dependency).ordinal()
                | (Waiting.isFor(dependency) ? WAITED_FOR : 0)
                | (Waiting.failsWith(dependency) ? FAILS_WITH : 0));
        retries[place] = Waiting.retries(dependency);
    }

    private Map<Relation, Pairs> pairs() {
        Map<Relation, Pairs> pairs = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            pairs.put(relation, new Pairs());
        }
        for (int source = 0; source < declarations.length; source++) {
            for (Entity.Reference reference : declarations[source].entity().references()) {
                int target = indexOf(reference.target());
                if (target >= 0) {
                    Objects.requireNonNull(pairs.get(reference.relation())).add(source, target);
                } else {
                    dangling.computeIfAbsent(reference.target(), _ -> new ArrayList<>())
                            .add(source);
                }
            }
        }
        return pairs;
    }

    /// Both lists of pairs ascend by edge, and an edge has at most one start and one end.
    private static Edges edges(Map<Relation, Pairs> pairs, Relation from, Relation to) {
        Pairs starts = Objects.requireNonNull(pairs.get(from));
        Pairs ends = Objects.requireNonNull(pairs.get(to));
        int[] edges = new int[Math.min(starts.count, ends.count)];
        int[] startOf = new int[edges.length];
        int[] endOf = new int[edges.length];
        int complete = 0;
        int end = 0;
        for (int start = 0; start < starts.count; start++) {
            int edge = starts.sources[start];
            while (end < ends.count && ends.sources[end] < edge) {
                end++;
            }
            if (end < ends.count && ends.sources[end] == edge) {
                edges[complete] = edge;
                startOf[complete] = starts.targets[start];
                endOf[complete++] = ends.targets[end];
            }
        }
        return SparseEdges.of(
                Arrays.copyOf(edges, complete), Arrays.copyOf(startOf, complete), Arrays.copyOf(endOf, complete));
    }

    private Both relation(Relation relation) {
        return Objects.requireNonNull(relations.get(relation));
    }

    EntityRef ref(int number) {
        return numbers.ref(number);
    }

    /// The numbers of those who refer to an entity that is not declared.
    List<Integer> dangling(EntityRef missing) {
        return dangling.getOrDefault(missing, List.of());
    }

    @Override
    public int size() {
        return declarations.length;
    }

    @Override
    public int indexOf(EntityRef ref) {
        return numbers.of(ref);
    }

    @Override
    public @Nullable Declaration at(int index) {
        return declarations[index];
    }

    @Override
    public int compare(int left, int right) {
        return Integer.compare(left, right);
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
    public Need need(int dependency) {
        return NEEDS[needs[place(dependency)] & NEED];
    }

    @Override
    public boolean isWaitedFor(int dependency) {
        return (needs[place(dependency)] & WAITED_FOR) != 0;
    }

    @Override
    public boolean failsWith(int dependency) {
        return (needs[place(dependency)] & FAILS_WITH) != 0;
    }

    @Override
    public int retries(int dependency) {
        return retries[place(dependency)];
    }

    private int place(int dependency) {
        int place = dependency - kinds[Kind.DEPENDENCY.ordinal()];
        if (place < 0 || place >= needs.length) {
            throw new IllegalArgumentException(numbers.ref(dependency) + " is not a dependency");
        }
        return place;
    }

    @Override
    public Map<String, Reading> readings() {
        return readings;
    }

    @Override
    public IntStream all(Kind kind) {
        return IntStream.range(kinds[kind.ordinal()], kinds[kind.ordinal() + 1]);
    }

    private record Both(SparseArray forward, SparseArray backward) {
        static Both of(Pairs pairs) {
            int[] sources = Arrays.copyOf(pairs.sources, pairs.count);
            int[] targets = Arrays.copyOf(pairs.targets, pairs.count);
            return new Both(SparseArray.of(sources, targets), SparseArray.of(targets, sources));
        }
    }

    /// Growing arrays of pairs.
    private static final class Pairs {
        private int[] sources = new int[16];
        private int[] targets = new int[16];
        private int count;

        void add(int source, int target) {
            if (count == sources.length) {
                sources = Arrays.copyOf(sources, count * 2);
                targets = Arrays.copyOf(targets, count * 2);
            }
            sources[count] = source;
            targets[count++] = target;
        }
    }
}
