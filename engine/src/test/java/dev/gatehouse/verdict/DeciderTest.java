package dev.gatehouse.verdict;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.document.Json;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Gates here let a high severity deny and a medium one ask for an approval. An inversion of tiers is high, a call
/// without timeout medium.
class DeciderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String INVERT =
            "addDependency: {from: checkout, to: search, criticality: hard, protocol: amqp}";
    private static final Judge JUDGE =
            ShippedRules.only("tier-inversion", "hard-dependency-without-timeout", "dependency-circle");
    private static final Architecture SHOP = shop();

    private static Architecture shop() {
        return architecture()
                .with("Group", "shop", "")
                .component("checkout", "tier: 1")
                .component("payments", "tier: 1")
                .component("search", "tier: 3")
                .component("catalog", "tier: 2")
                .component("reports", "tier: 3");
    }

    private static Architecture shopWithDebt() {
        return shop().dependency("checkout", "search", "criticality: hard, protocol: amqp");
    }

    @Test
    void denies_what_a_change_introduces() {
        Decision decision = decide(SHOP.after(INVERT));

        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(rulings(decision)).singleElement().satisfies(ruling -> {
            assertThat(ruling.ruleId()).isEqualTo("tier-inversion");
            assertThat(ruling.status()).isEqualTo(Comparison.Status.INTRODUCED);
            assertThat(ruling.level()).isEqualTo(Level.HARD);
            assertThat(ruling.counts()).isTrue();
        });
    }

    @Test
    void old_debt_is_shown_and_blocks_nobody() {
        Decision decision = decide(shopWithDebt()
                .after("addDependency: {from: checkout, to: reports, criticality: soft, protocol: http}"));

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rulings(decision)).singleElement().satisfies(ruling -> {
            assertThat(ruling.status()).isEqualTo(Comparison.Status.UNCHANGED);
            assertThat(ruling.counts()).isFalse();
        });
    }

    @Test
    void debt_that_grows_counts_as_introduced() {
        Architecture shop = shop().dependency("checkout", "catalog", "criticality: hard, protocol: amqp");

        Decision decision = decide(shop.after("set: {component: catalog, tier: 3}"));

        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(rulings(decision)).extracting(Ruling::status).containsExactly(Comparison.Status.WORSENED);
    }

    @Test
    void debt_that_goes_is_resolved() {
        Decision decision = decide(shopWithDebt().after("removeDependency: {from: checkout, to: search}"));

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rulings(decision)).extracting(Ruling::status).containsExactly(Comparison.Status.RESOLVED);
    }

    @Test
    void a_waiver_accepts_a_finding_until_it_expires() {
        assertThat(decide(waived("2026-12-01").after(INVERT)).verdict()).isEqualTo(Verdict.ALLOW);

        Decision later = decide(waived("2026-11-01").after(INVERT));

        assertThat(later.verdict()).isEqualTo(Verdict.DENY);
        assertThat(rulings(later)).extracting(Ruling::expired).containsExactly("search-is-fine");
    }

    @Test
    void a_waiver_that_expired_does_not_make_its_finding_new() {
        Architecture shop = waived("2026-11-01").dependency("checkout", "search", "criticality: hard, protocol: amqp");

        Decision decision =
                decide(shop.after("addDependency: {from: checkout, to: reports, criticality: soft, protocol: http}"));

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rulings(decision))
                .extracting(Ruling::status, Ruling::expired)
                .containsExactly(tuple(Comparison.Status.UNCHANGED, "search-is-fine"));
    }

    private static Architecture waived(String expires) {
        return shop().with(
                        "Waiver",
                        "search-is-fine",
                        "rule: tier-inversion, subject: 'component:checkout', owner: shop, reason: tried, expires: '"
                                + expires + "T00:00:00Z'");
    }

    @Test
    void an_approval_holds_for_the_same_change_and_the_same_objections() {
        ResolvedChange change = SHOP.after(noTimeout("payments"));
        Decision asked = decide(change);
        assertThat(asked.verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);

        Decision approved = decide(change, approval(asked, NOW.plusSeconds(60), false));

        assertThat(approved.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rulings(approved))
                .extracting(Ruling::approval)
                .containsExactly(new Ruling.ApprovedBy("a1", "ruth", "tried", false));
        assertThat(approved.covers()).isEqualTo(asked.covers());
    }

    @Test
    void a_change_that_grew_since_must_be_approved_again() {
        Approval approval = approval(decide(SHOP.after(noTimeout("payments"))), NOW.plusSeconds(60), false);

        Decision grown = decide(
                SHOP.after(
                        noTimeout("payments"),
                        "addDependency: {from: search, to: payments, criticality: hard, protocol: http}"),
                approval);
        Decision other = decide(
                SHOP.after(
                        noTimeout("payments"),
                        "addDependency: {from: checkout, to: reports, criticality: soft, protocol: amqp}"),
                approval);

        assertThat(grown.verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
        assertThat(other.verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
    }

    @Test
    void an_objection_that_is_new_since_must_be_approved_too() {
        Approval approval = approval(decide(SHOP.after(noTimeout("payments"))), NOW.plusSeconds(60), false);
        Architecture grown = shop().dependency("payments", "checkout", "criticality: hard, protocol: amqp");

        Decision decision = decide(grown.after(noTimeout("payments")), approval);

        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(rulings(decision)).extracting(Ruling::approval).containsOnlyNulls();
    }

    @Test
    void an_approval_counts_from_when_it_was_given_until_it_expires() {
        ResolvedChange change = SHOP.after(noTimeout("payments"));
        Decision asked = decide(change);

        assertThat(decide(change, approval(asked, NOW, false)).verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
        Approval ofTomorrow = new Approval(
                "a1",
                Json.digest(asked.change()).value(),
                asked.covers(),
                "d1",
                "ruth",
                "tried",
                NOW.plusSeconds(1),
                NOW.plusSeconds(60),
                false);
        assertThat(decide(change, ofTomorrow).verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
    }

    @Test
    void only_breaking_the_glass_overrides_what_is_hard() {
        ResolvedChange change = SHOP.after(INVERT);
        Decision asked = decide(change);

        assertThat(decide(change, approval(asked, NOW.plusSeconds(60), false)).verdict())
                .isEqualTo(Verdict.DENY);
        Decision broken = decide(change, approval(asked, NOW.plusSeconds(60), true));
        assertThat(broken.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rulings(broken))
                .extracting(Ruling::approval)
                .containsExactly(new Ruling.ApprovedBy("a1", "ruth", "tried", true));
    }

    @Test
    void broken_glass_opens_what_an_ordinary_approval_left_shut() {
        ResolvedChange change = SHOP.after(INVERT, noTimeout("payments"));
        Decision asked = decide(change);
        Approval ordinary = approval(asked, NOW.plusSeconds(60), false);
        Approval broken = approval(asked, NOW.plusSeconds(60), true);

        assertThat(decide(change, ordinary, broken).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(decide(change, broken, ordinary).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void an_approval_counts_neither_for_who_gave_it_nor_for_another_change() {
        ResolvedChange change = SHOP.after(noTimeout("payments"));
        Decision asked = decide(change);
        Approval own = new Approval(
                "a1",
                Json.digest(asked.change()).value(),
                asked.covers(),
                "d1",
                Actor.ADMINISTRATOR.name(),
                "tried",
                NOW,
                NOW.plusSeconds(60),
                false);
        assertThat(decide(change, own).verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);

        Approval ofAnother = approval(decide(SHOP.after(INVERT)), NOW.plusSeconds(60), false);
        assertThat(decide(change, ofAnother).digests())
                .as("it is no part of the matter")
                .isEqualTo(asked.digests());
    }

    @Test
    void a_change_does_not_waive_what_it_introduces() {
        assertThat(decide(SHOP.after(INVERT, declareWaiver("own"))).verdict()).isEqualTo(Verdict.DENY);
        assertThat(decide(waived("2026-11-01").after(INVERT, declareWaiver("search-is-fine")))
                        .verdict())
                .as("nor does it prolong one")
                .isEqualTo(Verdict.DENY);
    }

    private static String declareWaiver(String name) {
        return "declare: {apiVersion: gatehouse.dev/v1, kind: Waiver, metadata: {name: " + name + "}, spec: "
                + "{rule: tier-inversion, subject: 'component:checkout', owner: shop, reason: because, "
                + "expires: '2027-01-01T00:00:00Z'}}";
    }

    @Test
    void a_rule_in_shadow_is_recorded_and_never_blocks() {
        Gate gate = gate(Gate.Scope.INTRODUCED, Map.of("tier-inversion", new Adjustment(false, true, null, Map.of())));

        Decision decision = decide(List.of(gate), SHOP.after(INVERT));

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rulings(decision)).singleElement().satisfies(ruling -> {
            assertThat(ruling.shadow()).isTrue();
            assertThat(ruling.counts()).isFalse();
        });
    }

    @Test
    void a_gate_can_soften_a_rule_or_switch_it_off() {
        Gate softer = gate(
                Gate.Scope.INTRODUCED, Map.of("tier-inversion", new Adjustment(false, false, Severity.LOW, Map.of())));
        Gate off = gate(Gate.Scope.INTRODUCED, Map.of("tier-inversion", new Adjustment(true, false, null, Map.of())));

        assertThat(decide(List.of(softer), SHOP.after(INVERT)).verdict()).isEqualTo(Verdict.WARN);
        Decision without = decide(List.of(off), SHOP.after(INVERT));
        assertThat(without.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(without.gates().getFirst().checked()).doesNotContainKey("tier-inversion");
    }

    @Test
    void where_a_gate_fixes_the_severity_a_finding_does_not_worsen_by_what_its_rule_says_of_it() {
        Judge judge = AttributeJudge.asSevereAsCritical("critical", "resilience");
        Adjustment fixed = new Adjustment(false, false, Severity.HIGH, Map.of());
        ResolvedChange change = SHOP.after("set: {component: search, tier: 1}");

        assertThat(rulings(decide(List.of(judge), List.of(resilience()), change)))
                .extracting(Ruling::status)
                .containsExactly(Comparison.Status.WORSENED);
        assertThat(rulings(decide(
                        List.of(judge), List.of(gate(Gate.Scope.INTRODUCED, Map.of("critical", fixed))), change)))
                .extracting(Ruling::severity, Ruling::status)
                .containsExactly(tuple(Severity.HIGH, Comparison.Status.UNCHANGED));
    }

    @Test
    void a_judge_that_fails_gives_an_error_and_the_other_gates_stand() {
        Judge failing = AttributeJudge.failing("broken", "cost");

        Decision decision = decide(
                List.of(JUDGE, failing),
                List.of(ShippedRules.gate("cost", Gate.Scope.INTRODUCED), resilience()),
                SHOP.after(INVERT));

        assertThat(decision.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(decision.gates())
                .extracting(GateVerdict::gate, GateVerdict::verdict)
                .containsExactly(tuple("cost", Verdict.ERROR), tuple("resilience", Verdict.DENY));
        assertThat(decision.gates().getFirst().failed())
                .containsEntry("broken", new Failure("broken: out of order", false));
    }

    @Test
    void what_fails_in_shadow_beside_what_fails_says_so() {
        Adjustment shadow = new Adjustment(false, true, null, Map.of());

        GateVerdict gate = decide(
                        List.of(
                                JUDGE,
                                AttributeJudge.failing("broken", "resilience"),
                                AttributeJudge.failing("tried", "resilience")),
                        List.of(gate(Gate.Scope.INTRODUCED, Map.of("tried", shadow))),
                        SHOP.after(INVERT))
                .gates()
                .getFirst();

        assertThat(gate.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(gate.failed())
                .containsEntry("broken", new Failure("broken: out of order", false))
                .containsEntry("tried", new Failure("tried: out of order", true));
    }

    @Test
    void a_gate_without_rules_is_an_error() {
        Decision decision = decide(
                List.of(ShippedRules.gate("etiquette", Gate.Scope.INTRODUCED), resilience()), SHOP.after(INVERT));

        assertThat(decision.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(decision.gates().getFirst().failed()).containsOnlyKeys("gate");
    }

    @Test
    void a_gate_can_object_to_debt_of_what_a_change_touches_or_to_all_debt() {
        Architecture shop = shopWithDebt();
        String touching = "addDependency: {from: checkout, to: reports, criticality: soft, protocol: http}";
        String elsewhere = "addDependency: {from: reports, to: catalog, criticality: soft, protocol: http}";

        assertThat(decide(List.of(gate(Gate.Scope.TOUCHED, Map.of())), shop.after(touching))
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(decide(List.of(gate(Gate.Scope.TOUCHED, Map.of())), shop.after(elsewhere))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(decide(List.of(gate(Gate.Scope.ALL, Map.of())), shop.after(elsewhere))
                        .verdict())
                .isEqualTo(Verdict.DENY);
    }

    @Test
    void what_a_change_names_is_touched_though_nothing_on_its_sheet_differs() {
        Architecture shop =
                architecture().with("Initiative", "loyalty", "worth: 1000").component("checkout", "tier: 2");
        String retitled = "declare: {apiVersion: gatehouse.dev/v1, kind: Initiative, metadata: {name: loyalty, title:"
                + " Points}, spec: {worth: 1000}}";
        List<Judge> judges = List.of(ShippedRules.only("initiative-without-owner"));

        assertThat(decide(judges, List.of(ShippedRules.gate("value", Gate.Scope.TOUCHED)), shop.after(retitled))
                        .findings())
                .extracting(Ruling::ruleId)
                .containsExactly("initiative-without-owner");
    }

    @Test
    void a_score_leads_to_what_its_threshold_says() {
        Gate gate = new Gate(
                "risk",
                "How risky?",
                Gate.Scope.INTRODUCED,
                Map.of(),
                Map.of(
                        Gate.DEFAULT,
                        Map.of(
                                Level.ADVISORY,
                                new BigDecimal(10),
                                Level.SOFT,
                                new BigDecimal(60),
                                Level.HARD,
                                new BigDecimal(85))),
                Map.of(),
                null,
                Map.of());

        assertThat(scored(gate, 9)).isEqualTo(Verdict.ALLOW);
        assertThat(scored(gate, 10)).isEqualTo(Verdict.WARN);
        assertThat(scored(gate, 60)).isEqualTo(Verdict.NEEDS_APPROVAL);
        assertThat(scored(gate, 99)).isEqualTo(Verdict.DENY);
    }

    private static Verdict scored(Gate gate, int points) {
        Judge judge = AttributeJudge.scoring("risk-score", "risk", points);
        return decide(List.of(judge), List.of(gate), SHOP.after("deploy: {component: checkout, version: '2'}"))
                .verdict();
    }

    @Test
    void the_worst_of_several_verdicts_wins() {
        assertThat(Verdict.worst(List.of())).isEqualTo(Verdict.ALLOW);
        assertThat(Verdict.worst(List.of(Verdict.WARN, Verdict.NEEDS_APPROVAL, Verdict.ALLOW)))
                .isEqualTo(Verdict.NEEDS_APPROVAL);
        assertThat(Verdict.worst(List.of(Verdict.INCONCLUSIVE, Verdict.NEEDS_APPROVAL)))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.worst(List.of(Verdict.ERROR, Verdict.DENY, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void the_same_matter_gives_the_same_bytes() {
        assertThat(Json.bytes(decide(shopWithDebt().after(noTimeout("payments")))))
                .isEqualTo(Json.bytes(decide(shopWithDebt().after(noTimeout("payments")))));
    }

    private static String noTimeout(String to) {
        return "addDependency: {name: to-" + to + ", from: checkout, to: " + to
                + ", criticality: hard, protocol: http}";
    }

    private static Approval approval(Decision asked, Instant expires, boolean breakGlass) {
        return new Approval(
                "a1",
                Json.digest(asked.change()).value(),
                asked.covers(),
                "d1",
                "ruth",
                "tried",
                NOW.minus(Duration.ofHours(1)),
                expires,
                breakGlass);
    }

    private static Gate resilience() {
        return gate(Gate.Scope.INTRODUCED, Map.of());
    }

    private static Gate gate(Gate.Scope scope, Map<String, Adjustment> adjustments) {
        Gate plain = ShippedRules.gate("resilience", scope);
        return new Gate(
                plain.name(),
                plain.question(),
                plain.scope(),
                plain.levels(),
                plain.score(),
                plain.freshness(),
                plain.readings(),
                adjustments);
    }

    private static Decision decide(ResolvedChange change, Approval... approvals) {
        return decide(List.of(JUDGE), List.of(resilience()), change, approvals);
    }

    private static Decision decide(List<Gate> gates, ResolvedChange change) {
        return decide(List.of(JUDGE), gates, change);
    }

    private static Decision decide(
            List<? extends Judge> judges, List<Gate> gates, ResolvedChange change, Approval... approvals) {
        JudgeSet set = new JudgeSet(List.copyOf(judges), gates, Map.of());
        Matter matter = new Preparation(set, gates).matter(change, Actor.ADMINISTRATOR, NOW, List.of(approvals));
        return new Decider(set.judges()).decide(matter);
    }

    private static List<Ruling> rulings(Decision decision) {
        return decision.gates().stream()
                .flatMap(gate -> gate.findings().stream())
                .toList();
    }
}
