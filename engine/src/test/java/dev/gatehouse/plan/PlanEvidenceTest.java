package dev.gatehouse.plan;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.record.Contents;
import dev.gatehouse.verdict.record.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanEvidenceTest {
    private static final JudgeSet JUDGES = ShippedRules.judges(Gate.Scope.INTRODUCED);
    private static final PlanMatter MATTER = new PlanPreparation(
                    plan(
                            "name: unsaid, change: {operations: [set: {component: stock, replicas: 2}]}",
                            "name: harmless, change: {operations: [set: {component: checkout, replicas: 2}]}, "
                                    + "compensate: {operations: []}",
                            "name: raise, change: {operations: [set: {component: stock, tier: 1}]}, "
                                    + "compensate: {operations: [set: {component: stock, tier: 3}]}",
                            "name: point, change: {operations: [addDependency: {from: checkout, to: stock, "
                                    + "criticality: hard}]}, irreversible: nobody undoes it, approval: {by: shop}"),
                    _ -> Position.NOWHERE,
                    architecture()
                            .with("Group", "shop", "")
                            .component("checkout", "tier: 1, owner: shop")
                            .component("stock", "tier: 3, owner: shop")
                            .snapshot(),
                    EntityPatch::patched,
                    JUDGES,
                    Actor.ADMINISTRATOR,
                    Instant.parse("2026-11-20T12:00:00Z"),
                    List.of())
            .matter();
    private static final PlanEvidence EVIDENCE = new PlanEvidence(MATTER);
    private static final PlanEvaluation THEN = new PlanEvaluator(JUDGES.judges()).evaluate(EVIDENCE.matter());
    private static final Evidence.Stored STORED = EVIDENCE.stored(JUDGES.judges());

    @Test
    void what_was_kept_gives_the_same_evaluation_byte_for_byte() {
        PlanEvidence.Restored restored = PlanEvidence.restore(STORED.matter(), kept(STORED.contents()));
        Judge judge = DroolsJudge.of(RuleReader.restore(restored.texts().getOrDefault("rules", Map.of())));

        PlanEvaluation now = new PlanEvaluator(List.of(judge)).evaluate(restored.matter());

        assertThat(Json.write(now)).isEqualTo(Json.write(THEN));
        assertThat(THEN.steps().getLast().findings()).isNotEmpty();
        assertThat(THEN.steps()).allSatisfy(step -> assertThat(step.owner()).isNotNull());
    }

    @Test
    void an_evaluation_reads_back_as_it_was_written() {
        assertThat(Json.write(Json.read(Json.bytes(THEN), PlanEvaluation.class)))
                .isEqualTo(Json.write(THEN));
    }

    @Test
    void a_step_of_which_nobody_said_how_it_is_undone_stays_one() {
        PlanMatter restored =
                PlanEvidence.restore(STORED.matter(), kept(STORED.contents())).matter();

        assertThat(restored.plan()).isEqualTo(MATTER.plan());
        assertThat(THEN.irreversible()).containsExactlyInAnyOrder("unsaid", "point");
    }

    @Test
    void all_that_it_names_is_exported() {
        assertThat(PlanEvidence.contents(STORED.matter(), kept(STORED.contents())))
                .containsOnlyKeys(STORED.contents().keySet());
    }

    @Test
    void missing_and_altered_content_is_noticed() {
        for (Digest digest : STORED.contents().keySet()) {
            Map<Digest, byte[]> some = new HashMap<>(STORED.contents());
            some.remove(digest);
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> looksAtAll(kept(some)))
                    .withMessageContaining("lacks the content of " + digest);

            some.put(digest, "{}".getBytes(StandardCharsets.UTF_8));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> looksAtAll(kept(some)))
                    .withMessageContaining("The content of " + digest + " was altered");
        }
    }

    private static void looksAtAll(Contents contents) {
        PlanEvidence.restore(STORED.matter(), contents).matter().steps().forEach(_ -> {});
    }

    private static Contents kept(Map<Digest, byte[]> contents) {
        return digests -> {
            Map<Digest, byte[]> found = new HashMap<>(contents);
            found.keySet().retainAll(digests);
            return found;
        };
    }
}
