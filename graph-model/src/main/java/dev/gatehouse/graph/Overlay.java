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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A difference laid over a snapshot. What the difference does not name is answered by the snapshot below; laid over
/// another overlay it becomes one with it.
final class Overlay implements Snapshot {
    /// A graph of so many entities is put into arrays in a few milliseconds.
    private static final int LARGE = 10_000;
    /// How many entities may differ from the arrays of a large graph. Every change that is judged is laid over them.
    private static final int FEW = 64;

    final BaseSnapshot base;
    private final Delta delta;
    private final Map<String, Reading> readings;
    /// Entities that the base does not have; their numbers begin at the base's size.
    private final List<EntityRef> added;

    private final Map<EntityRef, Integer> addedNumbers = new HashMap<>();
    /// The numbers that the difference names, and at the same position what they now are.
    final Positions named = new Positions();

    private final List<@Nullable Declaration> declarations = new ArrayList<>();
    private final Map<Row, List<Integer>> sources = new HashMap<>();
    private final Map<EdgeKind, OverlayEdges> edges = new EnumMap<>(EdgeKind.class);

    private Overlay(BaseSnapshot base, Delta delta, List<EntityRef> added, Map<String, Reading> readings) {
        this.base = base;
        this.delta = delta;
        this.readings = Ordered.copyOf(readings);
        this.added = added;
        for (int i = 0; i < added.size(); i++) {
            addedNumbers.put(added.get(i), base.size() + i);
        }
        delta.puts().forEach((ref, declaration) -> name(indexOf(ref), declaration));
        delta.removes().forEach(ref -> name(indexOf(ref), null));
        added.forEach(ref -> base.dangling(ref).forEach(source -> name(source, base.at(source))));
        for (int i = 0; i < named.size(); i++) {
            Declaration declaration = declarations.get(i);
            if (declaration != null) {
                int source = named.number(i);
                declaration.entity().references().forEach(reference -> addSource(source, reference));
            }
        }
        edges.put(
                EdgeKind.DEPENDENCY,
                new OverlayEdges(this, EdgeKind.DEPENDENCY, Relation.DEPENDENCY_FROM, Relation.DEPENDENCY_TO));
        edges.put(EdgeKind.FLOW, new OverlayEdges(this, EdgeKind.FLOW, Relation.FLOW_FROM, Relation.FLOW_TO));
    }

    /// Whether the difference, with what lies over the arrays of the graph already, is little beside them.
    static boolean isSmall(Snapshot below, Delta delta) {
        int laid = below instanceof Overlay overlay ? overlay.delta.size() : 0;
        return below.size() >= LARGE && laid + delta.size() <= FEW;
    }

    static Snapshot of(Snapshot below, Delta delta, Map<String, Reading> readings) {
        List<EntityRef> added = new ArrayList<>(below instanceof Overlay overlay ? overlay.added : List.of());
        delta.puts().keySet().stream().filter(ref -> below.indexOf(ref) < 0).forEach(added::add);
        return switch (below) {
            case BaseSnapshot base -> new Overlay(base, delta, List.copyOf(added), readings);
            case Overlay overlay -> new Overlay(overlay.base, overlay.delta.then(delta), List.copyOf(added), readings);
        };
    }

    private void name(int number, @Nullable Declaration declaration) {
        if (number >= 0 && named.add(number)) {
            declarations.add(declaration);
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
        int number = base.indexOf(ref);
        return number >= 0 ? number : addedNumbers.getOrDefault(ref, -1);
    }

    @Override
    public @Nullable Declaration at(int index) {
        int position = named.of(index);
        return position >= 0 ? declarations.get(position) : base.at(index);
    }

    /// True when the entity is there, or was never taken away.
    boolean stands(int index) {
        int position = named.of(index);
        return position < 0 || declarations.get(position) != null;
    }

    @Override
    public int compare(int left, int right) {
        return Math.max(left, right) < base.size()
                ? Integer.compare(left, right)
                : ref(left).compareTo(ref(right));
    }

    private EntityRef ref(int number) {
        return number < base.size() ? base.ref(number) : added.get(number - base.size());
    }

    @Override
    public void forEachTarget(int index, Relation relation, IntConsumer action) {
        int position = named.of(index);
        if (position < 0) {
            base.forEachTarget(index, relation, target -> {
                if (stands(target)) {
                    action.accept(target);
                }
            });
            return;
        }
        Declaration declaration = declarations.get(position);
        if (declaration != null) {
            for (Entity.Reference reference : declaration.entity().references()) {
                int target = reference.relation() == relation ? indexOf(reference.target()) : -1;
                if (target >= 0 && stands(target)) {
                    action.accept(target);
                }
            }
        }
    }

    @Override
    public void forEachSource(int index, Relation relation, IntConsumer action) {
        if (!stands(index)) {
            return;
        }
        base.forEachSource(index, relation, source -> {
            if (!named.contains(source)) {
                action.accept(source);
            }
        });
        sources.getOrDefault(new Row(relation, index), List.of()).forEach(action::accept);
    }

    @Override
    public Edges edges(EdgeKind kind) {
        return Objects.requireNonNull(edges.get(kind));
    }

    @Override
    public Need need(int dependency) {
        int position = named.of(dependency);
        return position < 0 ? base.need(dependency) : Need.of(stated(dependency, position));
    }

    @Override
    public boolean isWaitedFor(int dependency) {
        int position = named.of(dependency);
        return position < 0 ? base.isWaitedFor(dependency) : Waiting.isFor(stated(dependency, position));
    }

    @Override
    public boolean failsWith(int dependency) {
        int position = named.of(dependency);
        return position < 0 ? base.failsWith(dependency) : Waiting.failsWith(stated(dependency, position));
    }

    @Override
    public int retries(int dependency) {
        int position = named.of(dependency);
        return position < 0 ? base.retries(dependency) : Waiting.retries(stated(dependency, position));
    }

    private Dependency stated(int dependency, int position) {
        Declaration declaration = declarations.get(position);
        if (declaration != null && declaration.entity() instanceof Dependency stated) {
            return stated;
        }
        throw new IllegalArgumentException("Number " + dependency + " is not a dependency");
    }

    @Override
    public Map<String, Reading> readings() {
        return readings;
    }

    @Override
    public IntStream all(Kind kind) {
        IntStream behind = IntStream.range(0, added.size())
                .filter(i -> added.get(i).kind() == kind)
                .map(i -> base.size() + i);
        return IntStream.concat(base.all(kind), behind).filter(this::stands);
    }

    private record Row(Relation relation, int target) {}
}
