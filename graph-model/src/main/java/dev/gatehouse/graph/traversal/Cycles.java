package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Groups of components whose hard dependencies run in a circle (alternatives count as hard): each needs every other
/// of its group, so none can start, or be rolled back, first. A group is a strongly connected component with more than
/// one member, or one component that needs itself. Members are sorted; its first member names a group.
public final class Cycles {
    private Cycles() {}

    /// Every group, sorted by first member. Costs what the graph weighs.
    public static List<List<EntityRef>> all(Snapshot snapshot) {
        return new StrongComponents(snapshot)
                .groups().stream()
                        .map(group -> refs(snapshot, IntStream.of(group)))
                        .sorted(Comparator.comparing(List::getFirst))
                        .toList();
    }

    /// The group of the entity with that number, empty where it is in none. Searches both ways at once, and costs
    /// about twice what the smaller of the two closures weighs.
    public static List<EntityRef> groupOf(Snapshot snapshot, int node) {
        return refs(snapshot, IntStream.of(new Circle(snapshot, node).members()));
    }

    /// A shortest closed path of hard dependencies through the smallest member, starting there; of several the one
    /// with the smallest next hop at each member.
    ///
    /// @param group as [#all] and [#groupOf] give it
    /// @throws IllegalArgumentException when no such path stays in the group
    public static List<Hop> witness(Snapshot snapshot, Collection<EntityRef> group) {
        EntityRef first = group.stream().min(Comparator.naturalOrder()).orElseThrow();
        int start = snapshot.indexOf(first);
        Set<Integer> members = new HashSet<>();
        group.forEach(ref -> members.add(snapshot.indexOf(ref)));
        Edges edges = snapshot.edges(EdgeKind.DEPENDENCY);
        Search back = Search.upstream(
                snapshot,
                edges,
                new int[] {start},
                (edge, node) -> members.contains(node) && snapshot.need(edge).isHard());
        List<List<Hop>> closed = new ArrayList<>();
        edges.forEachOut(start, (edge, other) -> {
            if (back.distance(other) >= 0 && snapshot.need(edge).isHard()) {
                List<Hop> path = new ArrayList<>(List.of(Hop.of(snapshot, start, edge, other)));
                path.addAll(back.path(other));
                closed.add(path);
            }
        });
        return closed.stream()
                .min(Comparator.<List<Hop>>comparingInt(List::size).thenComparing(List::getFirst))
                .orElseThrow(
                        () -> new IllegalArgumentException("No hard dependencies run in a circle through " + first));
    }

    private static List<EntityRef> refs(Snapshot snapshot, IntStream nodes) {
        return nodes.mapToObj(node -> Hop.ref(snapshot, node)).sorted().toList();
    }
}
