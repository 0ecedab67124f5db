package dev.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SnapshotProperties {
    @Property
    void an_overlay_answers_as_the_snapshot_built_anew(@ForAll long seed) {
        Random random = new Random(seed);
        Map<EntityRef, Declaration> now = new TreeMap<>();
        edit(now, Edits.random(random, now));
        Snapshot overlay = Snapshot.of(now.values(), Map.of());
        for (int step = 0; step < 4; step++) {
            Delta delta = Edits.random(random, now);
            edit(now, delta);
            overlay = overlay.with(delta);
            assertThat(answers(overlay)).isEqualTo(answers(Snapshot.of(now.values(), Map.of())));
        }
    }

    @Example
    void a_large_architecture_answers_as_one_built_anew_after_many_small_revisions() {
        Random random = new Random(5);
        Map<EntityRef, Declaration> now = new TreeMap<>();
        edit(now, Delta.of(new RandomArchitecture(1000, 10, 3).declarations()));
        Snapshot snapshot = Snapshot.of(now.values(), Map.of());
        Map<String, Reading> readings = new TreeMap<>();
        Map<EntityRef, Declaration> edited = new TreeMap<>();
        for (int revision = 0; revision < 60; revision++) {
            EntityRef gone = RandomArchitecture.ref(random.nextInt(1000));
            Delta delta = Edits.random(random, edited).then(new Delta(Map.of(), Set.of(gone)));
            edit(edited, delta);
            Reading reading = new Reading("source-" + revision % 3, Instant.ofEpochSecond(revision), true);
            edit(now, delta);
            readings.put(reading.source(), reading);
            snapshot = snapshot.next(delta, List.of(reading));
        }

        assertThat(snapshot.readings()).isEqualTo(readings);
        assertThat(answers(snapshot)).isEqualTo(answers(Snapshot.of(now.values(), Map.of())));
    }

    private static void edit(Map<EntityRef, Declaration> now, Delta delta) {
        now.keySet().removeAll(delta.removes());
        now.putAll(delta.puts());
    }

    /// Everything that a snapshot says, by reference.
    private static Map<String, Object> answers(Snapshot snapshot) {
        Map<String, Object> answers = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            snapshot.all(kind).forEach(number -> answers(snapshot, number, answers));
        }
        return answers;
    }

    private static void answers(Snapshot snapshot, int number, Map<String, Object> answers) {
        Declaration declaration = Objects.requireNonNull(snapshot.at(number));
        EntityRef ref = declaration.ref();
        assertThat(snapshot.indexOf(ref)).isEqualTo(number);
        answers.put(ref + " is", declaration);
        for (Relation relation : Relation.values()) {
            List<EntityRef> targets = new ArrayList<>();
            snapshot.forEachTarget(number, relation, target -> targets.add(ref(snapshot, target)));
            List<EntityRef> sources = new ArrayList<>();
            snapshot.forEachSource(number, relation, source -> sources.add(ref(snapshot, source)));
            answers.put(ref + " " + relation, List.copyOf(new TreeSet<>(targets)));
            answers.put(ref + " back " + relation, List.copyOf(new TreeSet<>(sources)));
        }
        for (EdgeKind kind : EdgeKind.values()) {
            Edges edges = snapshot.edges(kind);
            List<String> out = new ArrayList<>();
            edges.forEachOut(number, (edge, other) -> out.add(ref(snapshot, edge) + " " + ref(snapshot, other)));
            List<String> in = new ArrayList<>();
            edges.forEachIn(number, (edge, other) -> in.add(ref(snapshot, edge) + " " + ref(snapshot, other)));
            assertThat(edges.outDegree(number)).isEqualTo(out.size());
            assertThat(edges.inDegree(number)).isEqualTo(in.size());
            answers.put(ref + " out " + kind, out.stream().sorted().toList());
            answers.put(ref + " in " + kind, in.stream().sorted().toList());
        }
        if (ref.kind() == Kind.DEPENDENCY) {
            answers.put(ref + " need", snapshot.need(number));
        }
    }

    private static EntityRef ref(Snapshot snapshot, int number) {
        return Objects.requireNonNull(snapshot.at(number)).ref();
    }
}
