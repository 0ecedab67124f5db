package dev.gatehouse.graph.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edits;
import dev.gatehouse.graph.Need;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraversalProperties {
    /// A snapshot, an edit, the overlay and the rebuilt snapshot.
    record Edited(Snapshot before, Delta delta, Snapshot overlay, Snapshot rebuilt) {}

    @Provide
    Arbitrary<Edited> edited() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            Map<EntityRef, Declaration> now = new TreeMap<>();
            for (int i = 0; i < 3; i++) {
                apply(now, Edits.random(random, now));
            }
            Snapshot before = Snapshot.of(now.values(), Map.of());
            Delta delta = Edits.random(random, now);
            apply(now, delta);
            return new Edited(before, delta, before.with(delta), Snapshot.of(now.values(), Map.of()));
        });
    }

    private static void apply(Map<EntityRef, Declaration> now, Delta delta) {
        now.keySet().removeAll(delta.removes());
        now.putAll(delta.puts());
    }

    @Property
    void every_traversal_answers_the_same_on_an_overlay(@ForAll("edited") Edited edited) {
        assertThat(answers(edited.overlay)).isEqualTo(answers(edited.rebuilt));
    }

    private static Map<String, Object> answers(Snapshot snapshot) {
        Map<String, Object> answers = new TreeMap<>();
        List<List<EntityRef>> groups = Cycles.all(snapshot);
        answers.put("cycles", groups);
        groups.forEach(group -> answers.put("witness " + group, Cycles.witness(snapshot, group)));
        each(snapshot, answers, "composition", node -> Composition.of(snapshot, node));
        each(snapshot, answers, "composed in", node -> refs(snapshot, Composition.dependents(snapshot, node)));
        each(snapshot, answers, "latency", node -> WorstPath.latency(snapshot, node));
        each(snapshot, answers, "waiting", node -> refs(snapshot, WorstPath.latencyDependents(snapshot, node)));
        each(snapshot, answers, "retries", node -> WorstPath.retries(snapshot, node));
        each(snapshot, answers, "blast", node -> {
            BlastRadius radius = BlastRadius.of(snapshot, node);
            return radius.affected().stream()
                    .map(affected -> affected + " " + radius.path(affected.ref()))
                    .toList();
        });
        return answers;
    }

    private static void each(
            Snapshot snapshot, Map<String, Object> answers, String name, IntFunction<Object> question) {
        snapshot.all(Kind.COMPONENT)
                .forEach(node -> answers.put(name + " " + Hop.ref(snapshot, node), question.apply(node)));
    }

    private static Set<EntityRef> refs(Snapshot snapshot, int[] nodes) {
        Set<EntityRef> refs = new TreeSet<>();
        for (int node : nodes) {
            refs.add(Hop.ref(snapshot, node));
        }
        return refs;
    }

    @Property
    void cycles_are_who_needs_each_other(@ForAll("edited") Edited edited) {
        Snapshot snapshot = edited.overlay;
        List<List<EntityRef>> all = Cycles.all(snapshot);
        snapshot.all(Kind.COMPONENT).forEach(node -> {
            Set<Integer> below = closure(snapshot, node, true, hard(snapshot));
            List<EntityRef> group = below.contains(node)
                    ? below.stream()
                            .filter(other -> closure(snapshot, other, true, hard(snapshot))
                                    .contains(node))
                            .map(other -> Hop.ref(snapshot, other))
                            .sorted()
                            .toList()
                    : List.of();
            assertThat(Cycles.groupOf(snapshot, node)).isEqualTo(group);
            assertThat(group.isEmpty() || all.contains(group)).isTrue();
        });
        assertThat(all)
                .allSatisfy(group -> assertThat(Cycles.groupOf(snapshot, snapshot.indexOf(group.getLast())))
                        .isEqualTo(group));
    }

    @Property
    void a_witness_is_a_closed_path_in_its_group(@ForAll("edited") Edited edited) {
        for (List<EntityRef> group : Cycles.all(edited.rebuilt)) {
            List<Hop> witness = Cycles.witness(edited.rebuilt, group);
            assertThat(witness.getFirst().from()).isEqualTo(group.getFirst());
            assertThat(witness.getLast().to()).isEqualTo(group.getFirst());
            assertThat(witness.size()).isLessThanOrEqualTo(group.size());
            for (int i = 1; i < witness.size(); i++) {
                assertThat(witness.get(i).from()).isEqualTo(witness.get(i - 1).to());
                assertThat(group).contains(witness.get(i).from());
            }
        }
    }

    @Property
    void the_blast_radius_is_the_closure_of_declared_needs(@ForAll("edited") Edited edited) {
        Snapshot snapshot = edited.overlay;
        snapshot.all(Kind.COMPONENT).forEach(start -> {
            Set<Integer> above = closure(snapshot, start, false, edge -> snapshot.need(edge) != Need.OBSERVED);
            above.remove(start);
            BlastRadius radius = BlastRadius.of(snapshot, start);
            assertThat(radius.nodes().boxed()).containsExactlyInAnyOrderElementsOf(above);
            for (BlastRadius.Affected affected : radius.affected()) {
                List<Hop> path = radius.path(affected.ref());
                assertThat(path).hasSize(affected.distance());
                assertThat(path.getFirst().from()).isEqualTo(affected.ref());
                assertThat(path.getLast().to()).isEqualTo(Hop.ref(snapshot, start));
                if (affected.effect() == BlastRadius.Effect.FAILS) {
                    assertThat(path)
                            .allMatch(hop ->
                                    snapshot.need(snapshot.indexOf(hop.edge())).isHard());
                }
            }
        });
    }

    @Property
    void whose_composition_or_worst_path_changed_is_among_the_dependents(@ForAll("edited") Edited edited) {
        Set<EntityRef> composed = new HashSet<>();
        Set<EntityRef> waiting = new HashSet<>();
        Set<EntityRef> retrying = new HashSet<>();
        for (Snapshot snapshot : List.of(edited.before, edited.overlay)) {
            for (int node : touched(snapshot, edited.delta)) {
                composed.addAll(refs(snapshot, Composition.dependents(snapshot, node)));
                waiting.addAll(refs(snapshot, WorstPath.latencyDependents(snapshot, node)));
            }
            for (int edge : dependencies(snapshot, edited.delta)) {
                retrying.addAll(refs(snapshot, WorstPath.retriesDependents(snapshot, edge)));
            }
        }
        edited.overlay.all(Kind.COMPONENT).forEach(node -> {
            EntityRef ref = Hop.ref(edited.overlay, node);
            if (edited.before.find(ref) == null) {
                return;
            }
            int old = edited.before.indexOf(ref);
            if (!Composition.of(edited.before, old).equals(Composition.of(edited.overlay, node))) {
                assertThat(composed).contains(ref);
            }
            if (!WorstPath.latency(edited.before, old).equals(WorstPath.latency(edited.overlay, node))) {
                assertThat(waiting).contains(ref);
            }
            if (!WorstPath.retries(edited.before, old).equals(WorstPath.retries(edited.overlay, node))) {
                assertThat(retrying).contains(ref);
            }
        });
    }

    /// The components that a difference touches, and those whose promises or dependencies it touches.
    private static Set<Integer> touched(Snapshot snapshot, Delta delta) {
        Set<Integer> touched = new HashSet<>();
        for (EntityRef ref : named(delta)) {
            Declaration declaration = snapshot.find(ref);
            if (declaration != null) {
                touched.add(snapshot.indexOf(ref));
                declaration
                        .entity()
                        .references()
                        .forEach(reference -> touched.add(snapshot.indexOf(reference.target())));
            }
        }
        touched.removeIf(number -> number < 0 || snapshot.at(number) == null);
        return touched;
    }

    /// The dependencies that a difference names, and those of the components that it names.
    private static Set<Integer> dependencies(Snapshot snapshot, Delta delta) {
        Set<Integer> found = new HashSet<>();
        for (EntityRef ref : named(delta)) {
            int number = snapshot.indexOf(ref);
            if (number >= 0 && snapshot.at(number) != null) {
                snapshot.edges(EdgeKind.DEPENDENCY).forEachIn(number, (edge, _) -> found.add(edge));
                snapshot.edges(EdgeKind.DEPENDENCY).forEachOut(number, (edge, _) -> found.add(edge));
                if (ref.kind() == Kind.DEPENDENCY) {
                    found.add(number);
                }
            }
        }
        return found;
    }

    private static Set<EntityRef> named(Delta delta) {
        Set<EntityRef> named = new HashSet<>(delta.removes());
        named.addAll(delta.puts().keySet());
        return named;
    }

    private static IntPredicate hard(Snapshot snapshot) {
        return edge -> snapshot.need(edge).isHard();
    }

    /// Everything reached by at least one edge, naively.
    private static Set<Integer> closure(Snapshot snapshot, int start, boolean down, IntPredicate counts) {
        Set<Integer> reached = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            int node = open.removeLast();
            snapshot.all(Kind.DEPENDENCY).filter(counts).forEach(edge -> {
                List<Integer> ends = new ArrayList<>();
                snapshot.forEachTarget(edge, Relation.DEPENDENCY_FROM, ends::add);
                snapshot.forEachTarget(edge, Relation.DEPENDENCY_TO, ends::add);
                if (ends.size() == 2 && ends.get(down ? 0 : 1) == node && reached.add(ends.get(down ? 1 : 0))) {
                    open.add(ends.get(down ? 1 : 0));
                }
            });
        }
        return reached;
    }
}
