package dev.gatehouse.verdict;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.governance.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a rule needs to know and nobody says gives inconclusive, where the change is what it is about.
class UnknownsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Reading WHOLE = new Reading("test", NOW.minus(Duration.ofDays(1)), true);
    private static final Architecture SHOP = architecture()
            .component("checkout", "tier: 1")
            .component("payments", "replicas: 2")
            .dependency("checkout", "payments", "criticality: hard")
            .with(
                    "SLO",
                    "checkout-up",
                    "component: checkout, indicator: availability, objective: 0.99, window: 30d, "
                            + "budgetRemaining: 0.5, observedAt: '2026-11-17T12:00:00Z'");

    @Test
    void a_missing_attribute_of_what_is_changed_is_inconclusive() {
        GateVerdict gate =
                decide("subject.tier", gate(Map.of(), null), WHOLE, "set: {component: payments, replicas: 3}");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.unknowns())
                .extracting(Unknown::about, Unknown::what, Unknown::why, Unknown::counts)
                .containsExactly(tuple(ref("payments"), "subject.tier", Unknown.Why.MISSING, true));
    }

    @Test
    void what_is_not_known_of_others_is_shown_and_does_not_count() {
        GateVerdict gate =
                decide("needed-by.other.tier", gate(Map.of(), null), WHOLE, "set: {component: checkout, tier: null}");

        assertThat(gate.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate.unknowns())
                .extracting(Unknown::subject, Unknown::counts)
                .containsExactly(tuple(ref("payments"), false));
    }

    @Test
    void where_a_source_was_read_in_part_absence_proves_nothing() {
        Reading part = new Reading("test", NOW, false);

        GateVerdict gate = decide(
                "needed-by", gate(Map.of(), null), part, "addDependency: {name: more, from: checkout, to: payments}");

        assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.unknowns()).extracting(Unknown::why).containsOnly(Unknown.Why.PARTIAL);
    }

    @Test
    void what_was_observed_too_long_ago_is_stale() {
        String touch = "set: {entity: 'slo:checkout-up', objective: 0.999}";

        assertThat(decide("objectives", gate(Map.of(PartName.OBJECTIVES, Duration.ofDays(3)), null), WHOLE, touch)
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        GateVerdict old =
                decide("objectives", gate(Map.of(PartName.OBJECTIVES, Duration.ofDays(2)), null), WHOLE, touch);
        assertThat(old.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(old.unknowns())
                .extracting(Unknown::about, Unknown::why)
                .containsExactly(tuple(ref("slo:checkout-up"), Unknown.Why.STALE));
    }

    @Test
    void what_a_source_said_too_long_ago_is_stale_too() {
        Reading old = new Reading("test", NOW.minus(Duration.ofDays(31)), true);
        Gate gate = gate(Map.of(), Duration.ofDays(30));
        String touch = "addDependency: {name: more, from: checkout, to: payments}";

        assertThat(decide("subject", gate, old, "deploy: {component: checkout, version: '2'}")
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decide("needs", gate, WHOLE, touch).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void what_only_a_rule_in_shadow_would_have_to_know_is_told_apart_and_does_not_count() {
        Gate shadow = new Gate(
                "resilience",
                "Does it stand?",
                Gate.Scope.INTRODUCED,
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of("needing", new Adjustment(false, true, null, Map.of())));

        GateVerdict gate = decide("subject.tier", shadow, WHOLE, "set: {component: payments, replicas: 3}");

        assertThat(gate.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate.unknowns())
                .extracting(Unknown::about, Unknown::counts, Unknown::shadow)
                .containsExactly(tuple(ref("payments"), false, true));
    }

    private static Gate gate(Map<PartName, Duration> freshness, @Nullable Duration readings) {
        return new Gate(
                "resilience",
                "Does it stand?",
                Gate.Scope.INTRODUCED,
                Map.of(),
                Map.of(),
                freshness,
                readings,
                Map.of());
    }

    private static GateVerdict decide(String need, Gate gate, Reading reading, String operation) {
        AttributeJudge judge = AttributeJudge.needing("needing", gate.name(), need);
        JudgeSet set = new JudgeSet(List.of(judge), List.of(gate), Map.of());
        Matter matter = new Preparation(set, List.of(gate))
                .matter(
                        ChangeResolver.resolve(
                                Architecture.change("change", operation),
                                SHOP.snapshot(Map.of(reading.source(), reading)),
                                EntityPatch::patched),
                        Actor.ADMINISTRATOR,
                        NOW,
                        List.of());
        return new Decider(set.judges()).decide(matter).gates().getFirst();
    }
}
