package dev.gatehouse.verdict;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.drools.DroolsJudge;
import java.nio.charset.StandardCharsets;
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
    void what_the_change_sets_is_said_by_the_change_and_the_rest_where_it_was() {
        Architecture shop = deployed("replicas: 3, monthlyCost: 90");

        Decision decision =
                decide("single-replica-in-critical-tier", shop.snapshot(), "set: {component: checkout, replicas: 1}");

        assertThat(said(decision))
                .containsExactly("tier 1 test catalog.yaml:" + line(shop, "checkout"), "replicas 1 change change null");
    }

    @Test
    void what_the_change_sets_on_the_component_itself_is_said_by_the_change_and_the_rest_where_it_was() {
        Architecture shop = deployed("replicas: 1");

        Decision decision = decide(
                "single-replica-in-critical-tier", shop.snapshot(), "set: {component: checkout, tier: 2, rto: 1h}");

        assertThat(said(decision))
                .containsExactly(
                        "tier 2 change change null",
                        "replicas 1 test catalog.yaml:" + line(shop, "checkout-production"));
    }

    @Test
    void what_a_deployment_says_stands_in_its_document() {
        Architecture shop = deployed("replicas: 1");

        Decision decision = decide(
                "single-replica-in-critical-tier", shop.snapshot(), "deploy: {component: checkout, version: '2'}");

        assertThat(said(decision))
                .containsExactly(
                        "tier 1 test catalog.yaml:" + line(shop, "checkout"),
                        "replicas 1 test catalog.yaml:" + line(shop, "checkout-production"));
    }

    @Test
    void what_a_deployment_leaves_open_stands_in_the_document_of_the_component() {
        Architecture shop = architecture()
                .component("checkout", "tier: 1, replicas: 1")
                .with("Deployment", "checkout-production", "component: checkout, environment: production");

        Decision decision = decide(
                "single-replica-in-critical-tier", shop.snapshot(), "deploy: {component: checkout, version: '2'}");

        assertThat(said(decision))
                .containsExactly(
                        "tier 1 test catalog.yaml:" + line(shop, "checkout"),
                        "replicas 1 test catalog.yaml:" + line(shop, "checkout"));
    }

    @Test
    void what_a_change_takes_away_is_not_known_because_of_the_change() {
        Architecture shop = deployed("replicas: 3, monthlyCost: 90");

        Decision decision = decide("cost-unknown", shop.snapshot(), "set: {component: checkout, monthlyCost: null}");

        assertThat(said(decision)).containsExactly("monthlyCost null change change null");
    }

    @Test
    void a_zone_is_said_where_the_replicas_are_placed() {
        Architecture shop = deployed("placements: [{zone: a, replicas: 1}, {zone: b, replicas: 1}]");

        Decision decision = decide(
                "single-zone-in-critical-tier",
                shop.snapshot(),
                "set: {entity: 'deployment:checkout-production', placements: [{zone: a, replicas: 2}]}");

        assertThat(said(decision))
                .containsExactly(
                        "tier 1 test catalog.yaml:" + line(shop, "checkout"),
                        "zones 1 change change null",
                        "replicas 2 change change null");
    }

    @Test
    void what_is_resolved_is_said_where_it_stood_before_the_change() {
        Architecture shop = deployed("replicas: 1");

        Decision decision =
                decide("single-replica-in-critical-tier", shop.snapshot(), "set: {component: checkout, replicas: 3}");

        assertThat(said(decision))
                .containsExactly(
                        "tier 1 test catalog.yaml:" + line(shop, "checkout"),
                        "replicas 1 test catalog.yaml:" + line(shop, "checkout-production"));
    }

    @Test
    void what_the_change_sets_on_an_edge_is_said_by_the_change_and_the_rest_where_it_was() {
        Architecture shop = inverted();

        Decision decision = decide(
                "hard-dependency-without-timeout",
                shop.snapshot(),
                "set: {entity: 'dependency:checkout-to-search', protocol: http}");

        assertThat(said(decision))
                .containsExactly(
                        "criticality hard test catalog.yaml:" + line(shop, "checkout-to-search"),
                        "protocol http change change null",
                        "timeout null test catalog.yaml:" + line(shop, "checkout-to-search"));
    }

    @Test
    void a_promise_is_said_where_it_is_made_and_not_where_the_component_is_declared() {
        Architecture shop = inverted()
                .with("SLO", "up", "component: checkout, indicator: availability, objective: 0.99, window: 30d")
                .with("SLO", "found", "component: search, indicator: availability, objective: 0.995, window: 30d");

        Decision decision =
                decide("slo-stricter-than-dependencies", shop.snapshot(), "set: {entity: 'slo:up', objective: 0.999}");

        assertThat(said(decision))
                .containsExactly(
                        "availability objective 0.995 test catalog.yaml:" + line(shop, "found"),
                        "objective 0.999 change change null");
    }

    @Test
    void what_a_safeguard_was_is_said_where_it_stood_before_the_change() {
        Architecture shop = architecture()
                .with("Group", "payments", "")
                .with("Budget", "allowed", "group: payments, monthly: 100, currency: EUR");

        Decision decision =
                decide("safeguard-lowered", shop.snapshot(), "set: {entity: 'budget:allowed', monthly: 200}");

        assertThat(said(decision))
                .containsExactly("budget before the change 100 EUR/month test catalog.yaml:" + line(shop, "allowed"));
    }

    @Test
    void that_another_environment_was_production_is_said_where_it_stood_before_the_change() {
        Architecture shop =
                architecture().component("checkout", "tier: 1").with("Environment", "live", "production: true");

        Decision decision = decide(
                "judged-elsewhere",
                shop.snapshot(),
                "set: {entity: 'environment:live', production: false}}, {set: {component: checkout, tier: 2}");

        String before = "production before the change true test catalog.yaml:" + line(shop, "live");
        assertThat(said(decision)).containsExactly(before, before);
    }

    @Test
    void what_is_left_of_an_error_budget_is_said_by_its_promise() {
        Architecture shop = deployed("replicas: 3")
                .with(
                        "SLO",
                        "up",
                        "component: checkout, indicator: availability, objective: 0.99, window: 30d, budgetRemaining: 0, "
                                + "observedAt: '" + MEASURED + "'");

        Decision decision =
                decide("change-on-spent-error-budget", shop.snapshot(), "deploy: {component: checkout, version: '2'}");

        assertThat(said(decision)).contains("budgetRemaining 0.0 test catalog.yaml:" + line(shop, "up"));
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

    private static Architecture deployed(String attributes) {
        return architecture()
                .component("checkout", "tier: 1")
                .with(
                        "Deployment",
                        "checkout-production",
                        "component: checkout, environment: production, " + attributes);
    }

    /// The line of the document with that name.
    private static int line(Architecture architecture, String name) {
        String text = new String(architecture.file("catalog.yaml").content(), StandardCharsets.UTF_8);
        String before = text.substring(0, text.indexOf("metadata: {name: " + name + "}"));
        return (int) before.lines().count() - 1;
    }

    private static List<String> said(Decision decision) {
        return facts(decision).stream()
                .map(fact -> fact.name() + " " + fact.value() + " " + fact.source() + " " + fact.place())
                .toList();
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
        DroolsJudge judge = ShippedRules.only(rule);
        String gate = judge.rules().getFirst().gate();
        JudgeSet set = new JudgeSet(List.of(judge), List.of(ShippedRules.gate(gate, Gate.Scope.TOUCHED)), Map.of());
        Matter matter = new Preparation(set, set.gates())
                .matter(
                        ChangeResolver.resolve(
                                Architecture.change("change", operation), snapshot, EntityPatch::patched),
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
