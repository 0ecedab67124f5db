package dev.gatehouse.graph.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Edits;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class PathQuestionProperties {
    private static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");
    private static final List<PathQuestion> QUESTIONS =
            List.of(PathQuestionTest.question("""
                    {from: {dataClassification: personal}, along: {edges: flow, where: {carries: personal}},
                     to: {region: {not: $from.region}}, avoiding: {tags: [anonymised]}}"""), PathQuestionTest.question("""
                    {from: {region: eu}, along: {edges: dependency, direction: upstream, where: {criticality: hard}},
                     to: {region: us}, through: {dataClassification: personal}}"""), PathQuestionTest.question("""
                    {from: {region: eu}, along: {edges: dependency}, to: {dataClassification: personal},
                     avoiding: {tags: anonymised}, fold: {sum: latency}}"""));

    @Property
    void answers_are_the_same_on_an_overlay_and_change_only_for_affected_starts(@ForAll long seed) {
        Random random = new Random(seed);
        Map<EntityRef, Declaration> now = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            apply(now, Edits.random(random, now));
        }
        Snapshot before = Snapshot.of(now.values(), Map.of());
        Delta delta = Edits.random(random, now);
        apply(now, delta);
        Snapshot after = before.with(delta);
        Snapshot rebuilt = Snapshot.of(now.values(), Map.of());
        for (PathQuestion question : QUESTIONS) {
            Set<EntityRef> affected = question.affectedFroms(before, after, delta, PRODUCTION);
            for (EntityRef start : components(before, after)) {
                List<Answer> changed = answers(question, after, start);
                assertThat(changed).isEqualTo(answers(question, rebuilt, start));
                if (!affected.contains(start)) {
                    assertThat(changed).isEqualTo(answers(question, before, start));
                }
            }
        }
    }

    private static Set<EntityRef> components(Snapshot... snapshots) {
        Set<EntityRef> refs = new TreeSet<>();
        for (Snapshot snapshot : snapshots) {
            snapshot.all(Kind.COMPONENT)
                    .forEach(node -> refs.add(View.of(snapshot, null, node).ref(node)));
        }
        return refs;
    }

    private static @Nullable List<Answer> answers(PathQuestion question, Snapshot snapshot, EntityRef start) {
        int node = snapshot.indexOf(start);
        boolean asked =
                node >= 0 && snapshot.at(node) != null && question.startsAt(snapshot, PRODUCTION, node) != Truth.FALSE;
        return asked ? question.answers(snapshot, PRODUCTION, node) : null;
    }

    private static void apply(Map<EntityRef, Declaration> now, Delta delta) {
        now.keySet().removeAll(delta.removes());
        now.putAll(delta.puts());
    }
}
