package dev.gatehouse.verdict;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.facts.assembly.ChangeResolver;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Where the facts come from that prove a finding.
class CitedFactsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant MEASURED = Instant.parse("2026-11-19T06:00:00Z");

    @Test
    void a_declared_fact_names_its_source_and_its_place_there() {
        Decision decision = decide(
                "tier-inversion",
                inverted().snapshot(),
                "addDependency: {name: other, from: checkout, to: search, criticality: hard}");

        assertThat(facts(decision))
                .filteredOn(fact -> fact.ref().equals(Architecture.ref("search")))
                .extracting(Ruling.CitedFact::source, Ruling.CitedFact::place, Ruling.CitedFact::guessed)
                .containsOnly(tuple("test", "catalog.yaml:12", false));
    }

    @Test
    void an_edge_of_the_proof_that_was_guessed_says_so() {
        Snapshot guessed = guessed(inverted().snapshot(), EntityRef.of(Kind.DEPENDENCY, "checkout-to-search"));

        Decision decision = decide("tier-inversion", guessed, "set: {component: checkout, tier: 1, replicas: 3}");

        assertThat(facts(decision))
                .filteredOn(Ruling.CitedFact::guessed)
                .extracting(Ruling.CitedFact::ref, Ruling.CitedFact::source, Ruling.CitedFact::place)
                .containsExactly(tuple(EntityRef.of(Kind.DEPENDENCY, "checkout-to-search"), "k8s", "deploy.yaml:21"));
    }

    @Test
    void what_is_left_of_an_error_budget_says_when_it_was_measured() {
        Decision decision = decide(
                "change-on-spent-error-budget",
                inverted()
                        .with(
                                "SLO",
                                "up",
                                "component: checkout, indicator: availability, objective: 0.99, window: 30d, "
                                        + "budgetRemaining: 0, observedAt: '" + MEASURED + "'")
                        .snapshot(),
                "deploy: {component: checkout, version: '2'}");

        assertThat(facts(decision))
                .filteredOn(fact -> fact.name().equals("budgetRemaining"))
                .extracting(Ruling.CitedFact::observedAt)
                .containsExactly(MEASURED);
    }

    @Test
    void a_decision_names_what_went_in_and_the_versions_of_its_engines() {
        Decision decision =
                decide("tier-inversion", inverted().snapshot(), "deploy: {component: checkout, version: '2'}");

        assertThat(decision.digests()).containsOnlyKeys("architecture", "rules", "gates", "waivers", "approvals");
        assertThat(decision.engines())
                .hasEntrySatisfying("drools", version -> assertThat(version).matches("\\d+\\.\\d+\\.\\d+"));
    }

    private static Architecture inverted() {
        return architecture()
                .component("checkout", "tier: 1")
                .component("search", "tier: 3")
                .dependency("checkout", "search", "criticality: hard, protocol: amqp");
    }

    private static Snapshot guessed(Snapshot snapshot, EntityRef edge) {
        List<Declaration> declarations = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            snapshot.all(kind).forEach(number -> {
                Declaration declaration = Objects.requireNonNull(snapshot.at(number));
                declarations.add(
                        declaration.ref().equals(edge)
                                ? new Declaration(declaration.entity(), new Provenance("k8s", "deploy.yaml", 21, true))
                                : declaration);
            });
        }
        return Snapshot.of(declarations, Map.of());
    }

    private static Decision decide(String rule, Snapshot snapshot, String operation) {
        JudgeSet set = new JudgeSet(
                List.of(ShippedRules.only(rule)),
                List.of(ShippedRules.gate("resilience", Gate.Scope.TOUCHED)),
                Map.of());
        Matter matter = new Preparation(set, set.gates())
                .matter(
                        ChangeResolver.resolve(Architecture.change("change", operation), snapshot, Architecture::patch),
                        Actor.ADMINISTRATOR,
                        NOW,
                        List.of());
        return new Decider(set.judges()).decide(matter);
    }

    private static List<Ruling.CitedFact> facts(Decision decision) {
        return decision.gates().stream()
                .flatMap(gate -> gate.findings().stream())
                .flatMap(finding -> finding.facts().stream())
                .toList();
    }
}
