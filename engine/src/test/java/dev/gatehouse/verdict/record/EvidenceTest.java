package dev.gatehouse.verdict.record;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final JudgeSet JUDGES = ShippedRules.judges(Gate.Scope.TOUCHED);
    private static final Architecture SHOP = architecture()
            .with("Group", "shop", "")
            .with("Budget", "shop", "group: shop, monthly: 1000, currency: EUR")
            .component("checkout", "tier: 1, owner: shop, latency: 20ms, monthlyCost: 12.50, properties: {note: ''}")
            .component("payments", "tier: 2, clearedFor: [cardholder]")
            .dependency("checkout", "payments", "criticality: hard, protocol: http, retries: 2, sends: [personal]")
            .with("SLO", "up", "component: checkout, indicator: availability, objective: 0.99, window: 30d")
            .with("SLO", "fast", "component: checkout, indicator: latency, objective: 0.9, window: 30d, threshold: 1s")
            .with(
                    "Waiver",
                    "tried",
                    "rule: retry-storm, subject: 'component:checkout', owner: shop, reason: x, expires: '2027-01-01T00:00:00Z'");
    private static final Matter MATTER = matter();
    private static final Evidence.Stored STORED = Evidence.store(MATTER, JUDGES.judges());

    private static Matter matter() {
        Approval approval =
                new Approval("a1", "sha256:y", "sha256:x", "d1", "ruth", "tried", NOW, NOW.plusSeconds(60), false);
        return new Preparation(JUDGES, JUDGES.gates())
                .matter(
                        SHOP.after(
                                "deploy: {component: checkout, version: '2'}",
                                "set: {component: payments, tier: 3, monthlyCost: 1.50, properties: {note: ''}}",
                                "addDependency: {name: back, from: payments, to: checkout, criticality: hard, timeout: 2s}",
                                "rename: {entity: 'group:shop', to: store}",
                                "declare: {apiVersion: gatehouse.dev/v1, kind: Component, metadata: {name: loyalty}, spec: {tier: 3}}",
                                "remove: {entity: 'slo:fast'}"),
                        Actor.ADMINISTRATOR,
                        NOW,
                        List.of(approval));
    }

    @Test
    void what_was_kept_gives_the_same_decision_byte_for_byte() {
        Evidence.Restored restored = Evidence.restore(STORED.matter(), kept(STORED.contents()));
        Judge judge = DroolsJudge.of(RuleReader.restore(restored.texts().getOrDefault("rules", Map.of())));

        Decision then = new Decider(JUDGES.judges()).decide(MATTER);
        Decision now = new Decider(List.of(judge)).decide(restored.matter());

        assertThat(restored.matter().sheets()).isEqualTo(MATTER.sheets());
        assertThat(Json.write(restored.matter())).isEqualTo(Json.write(MATTER));
        assertThat(Json.write(now)).isEqualTo(Json.write(then));
        assertThat(then.gates()).anySatisfy(gate -> assertThat(gate.findings()).isNotEmpty());
    }

    @Test
    void a_decision_reads_back_as_it_was_written() {
        Decision decision = new Decider(JUDGES.judges()).decide(MATTER);

        assertThat(Json.write(Json.read(Json.bytes(decision), Decision.class))).isEqualTo(Json.write(decision));
    }

    @Test
    void every_digest_names_what_it_is_the_digest_of() {
        assertThat(STORED.contents())
                .allSatisfy((digest, content) -> assertThat(Digest.of(content)).isEqualTo(digest));
    }

    @Test
    void altered_content_is_noticed() {
        for (Digest digest : STORED.contents().keySet()) {
            Map<Digest, byte[]> altered = new HashMap<>(STORED.contents());
            altered.put(digest, "{}".getBytes(StandardCharsets.UTF_8));

            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Evidence.restore(STORED.matter(), kept(altered)))
                    .withMessageContaining("The content of " + digest + " was altered");
        }
    }

    @Test
    void missing_content_is_noticed() {
        for (Digest digest : STORED.contents().keySet()) {
            Map<Digest, byte[]> some = new HashMap<>(STORED.contents());
            some.remove(digest);

            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Evidence.restore(STORED.matter(), kept(some)))
                    .withMessageContaining("lacks the content of " + digest);
        }
    }

    private static Contents kept(Map<Digest, byte[]> contents) {
        return digests -> {
            Map<Digest, byte[]> found = new HashMap<>(contents);
            found.keySet().retainAll(digests);
            return found;
        };
    }
}
