package dev.gatehouse.plan;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static dev.gatehouse.fixture.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanEvaluatorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Judge JUDGE = ShippedRules.only("tier-inversion");
    private static final Architecture SHOP = architecture()
            .with("Group", "shop", "")
            .with("Group", "platform", "")
            .component("checkout", "tier: 1, owner: shop")
            .component("stock", "tier: 3, owner: platform");
    private static final String RAISE = "name: raise, change: {operations: [set: {component: stock, tier: 1}]}, "
            + "compensate: {operations: [set: {component: stock, tier: 3}]}";
    private static final String POINT =
            "name: point, %schange: {operations: [addDependency: {from: checkout, to: stock, "
                    + "criticality: hard}]}, compensate: {operations: [removeDependency: {from: checkout, to: stock}]}";

    @Test
    void a_sound_plan_may_go_ahead() {
        PlanEvaluation evaluation = evaluate(RAISE, POINT.formatted("needs: [raise], "));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(evaluation.states()).isEqualTo(2);
        assertThat(evaluation.complete()).isTrue();
        assertThat(evaluation.gates()).containsEntry("resilience", Verdict.ALLOW);
        assertThat(evaluation.teams()).containsExactly(ref("group:platform"), ref("group:shop"));
        assertThat(evaluation.steps())
                .extracting(PlanEvaluation.StepEvaluation::owner)
                .containsExactly(ref("group:platform"), ref("group:platform"));
    }

    @Test
    void a_plan_that_is_sound_at_both_ends_and_broken_in_the_middle_is_found() {
        PlanEvaluation evaluation = evaluate(RAISE, POINT.formatted(""));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.DENY);
        assertThat(evaluation.states()).isEqualTo(3);
        PlanEvaluation.StepEvaluation broken = evaluation.steps().getLast();
        assertThat(broken.step()).isEqualTo("point");
        assertThat(broken.after()).as("finished by then").isEmpty();
        assertThat(broken.findings()).extracting(Ruling::ruleId).containsExactly("tier-inversion");
        assertThat(evaluation.steps().getFirst().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_step_that_takes_what_another_makes_is_told_to_need_it() {
        String make = "name: make, change: {operations: [declare: {apiVersion: gatehouse.dev/v1, "
                + "kind: Component, metadata: {name: coupons}, spec: {owner: shop}}]}, compensate: {operations: []}";
        String use = "name: use, change: {operations: [deploy: {component: coupons, version: 1.0.0}]}, "
                + "compensate: {operations: []}";

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> evaluate(make, use))
                .satisfies(wrong -> assertThat(wrong.diagnostics())
                        .extracting(Diagnostic::cure)
                        .containsOnly("the needs of 'use' let it come before 'make', after which it could be done; add"
                                + " it to them"));
    }

    @Test
    void what_a_step_cannot_say_of_its_change_is_told() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> evaluate("name: late, change: {operations: [], enviroment: staging}, compensate: {}"))
                .withMessageContaining("unknown key 'enviroment'")
                .withMessageContaining("'compensate' lacks 'operations'");
    }

    @Test
    void a_plan_has_at_most_500_steps() {
        String[] steps = IntStream.range(0, 501)
                .mapToObj(i -> "name: s" + i + ", effect: opaque")
                .toArray(String[]::new);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> evaluate(steps))
                .withMessageContaining(
                        "'steps' has 501 entries; at most 500 are expected; make several documents of it");
    }

    @Test
    void a_step_is_told_to_need_the_end_of_a_chain_and_never_one_that_needs_it() {
        String declare = "change: {operations: [declare: {apiVersion: gatehouse.dev/v1, kind: Component, metadata: "
                + "{name: %s}, spec: {owner: shop}}]}, compensate: {operations: []}";
        String rules = "name: rules, " + declare.formatted("coupon-rules");
        String use = "name: use, change: {operations: [addDependency: {from: coupons, to: coupon-rules, criticality: "
                + "soft}]}, compensate: {operations: []}";

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> evaluate(rules, "name: make, needs: [rules], " + declare.formatted("coupons"), use))
                .withMessageContaining("let it come before 'make'");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> evaluate(rules, "name: make, needs: [use], " + declare.formatted("coupons"), use))
                .withMessageNotContaining("add it to them");
    }

    @Test
    void names_the_finished_steps_of_the_state_that_breaks() {
        PlanEvaluation evaluation = evaluate(
                POINT.formatted("needs: [raise], "),
                RAISE,
                "name: lower, needs: [raise], change: {operations: [set: {component: stock, tier: 2}]}, "
                        + "compensate: {operations: []}");

        assertThat(evaluation.verdict()).isEqualTo(Verdict.DENY);
        assertThat(evaluation.steps())
                .filteredOn(step -> step.verdict() == Verdict.DENY)
                .satisfiesExactlyInAnyOrder(
                        step -> {
                            assertThat(step.step()).isEqualTo("lower");
                            assertThat(step.after()).containsExactlyInAnyOrder("raise", "point");
                        },
                        step -> {
                            assertThat(step.step()).isEqualTo("point");
                            assertThat(step.after()).containsExactlyInAnyOrder("raise", "lower");
                        });
    }

    @Test
    void a_step_with_few_gates_does_not_hide_what_another_breaks_after_it() {
        String lower = "name: lower, gates: [cost], change: {operations: [set: {component: stock, tier: 2}]}, "
                + "compensate: {operations: []}";
        Architecture sound = architecture()
                .with("Group", "shop", "")
                .with("Group", "platform", "")
                .component("checkout", "tier: 1, owner: shop")
                .component("stock", "tier: 1, owner: platform");

        PlanEvaluation evaluation = evaluate(sound, POINT.formatted(""), lower);

        assertThat(evaluation.steps())
                .filteredOn(step -> step.verdict() == Verdict.DENY)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.step()).isEqualTo("point");
                    assertThat(step.after()).containsExactly("lower");
                });
    }

    @Test
    void a_plan_with_too_many_states_is_inconclusive_and_names_what_to_put_in_order() {
        String[] steps = IntStream.range(0, 13)
                .mapToObj(i -> "name: s" + i + ", compensate: {operations: []}")
                .toArray(String[]::new);

        PlanEvaluation evaluation = new PlanEvaluator(List.of())
                .evaluate(matter(SHOP, new JudgeSet(List.of(), List.of(), Map.of()), steps));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(evaluation.complete()).isFalse();
        assertThat(evaluation.states()).isEqualTo(4096);
        assertThat(evaluation.unordered()).hasSize(13).contains("s0", "s12");
        assertThat(evaluation.steps())
                .as("each is judged in some of its states only")
                .allSatisfy(step -> assertThat(step.verdict()).isEqualTo(Verdict.INCONCLUSIVE));
    }

    @Test
    void what_nobody_can_see_through_or_undo_needs_an_approval() {
        PlanEvaluation evaluation = evaluate(
                "name: copy, effect: opaque, compensate: {operations: []}",
                "name: drop, irreversible: the rows are gone",
                "name: move, owner: 'group:platform', approval: {by: 'group:shop'}, compensate: {operations: []}",
                "name: vague");

        assertThat(evaluation.verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
        assertThat(evaluation.irreversible()).containsExactly("drop", "vague");
        assertThat(evaluation.steps())
                .allSatisfy(step -> assertThat(step.verdict()).isEqualTo(Verdict.NEEDS_APPROVAL))
                .extracting(step -> String.join(";", step.approvals()))
                .satisfiesExactly(
                        copy -> assertThat(copy).contains("nobody can say what the step does"),
                        drop -> assertThat(drop).contains("cannot be undone: the rows are gone"),
                        move -> assertThat(move).isEqualTo("group shop, as the step says"),
                        vague -> assertThat(vague).contains("nothing is said that undoes it"));
    }

    @Test
    void says_whose_approval_a_step_needs_by_role_and_owner() {
        PlanEvaluation evaluation = evaluate(
                "name: drop, owner: 'group:shop', irreversible: the rows are gone, "
                        + "change: {operations: [set: {component: stock, tier: 2}]}",
                "name: vague");

        assertThat(evaluation.steps())
                .extracting(PlanEvaluation.StepEvaluation::approvals)
                .containsExactly(
                        List.of("an approver other than group shop, which asks for it: the step cannot be undone: the"
                                + " rows are gone (group platform owns what it touches)"),
                        List.of("an approver: the step cannot be undone: nothing is said that undoes it"));
    }

    @Test
    void a_finding_that_wants_an_approval_names_the_owner_of_what_it_is_about() {
        Judge timeouts = ShippedRules.only("hard-dependency-without-timeout");

        PlanEvaluation evaluation = evaluate(
                timeouts,
                SHOP,
                "name: point, change: {operations: [addDependency: {from: checkout, to: stock, criticality: hard, "
                        + "protocol: http}]}, compensate: {operations: []}");

        assertThat(evaluation.verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
        assertThat(evaluation.steps().getFirst().approvals())
                .singleElement()
                .asString()
                .startsWith("an approver: hard-dependency-without-timeout: ")
                .endsWith(" (group shop owns checkout)");
    }

    @Test
    void who_asks_may_have_to_agree_and_is_not_sent_to_approve_or_to_hear_itself() {
        PlanEvaluation evaluation = evaluate("name: drop, owner: 'group:platform', approval: {by: 'group:platform'}, "
                + "irreversible: the rows are gone, change: {operations: [set: {component: stock, tier: 2}]}");

        assertThat(evaluation.steps().getFirst().approvals())
                .containsExactly(
                        "group platform, as the step says",
                        "an approver other than group platform, which asks for it: the step cannot be undone: the rows"
                                + " are gone");
    }

    @Test
    void says_who_asked_when_and_what_went_in_and_comes_to_the_same_bytes_again() {
        PlanEvaluation evaluation = evaluate(RAISE, POINT.formatted("needs: [raise], "));

        assertThat(evaluation.actor()).isEqualTo(Actor.ADMINISTRATOR);
        assertThat(evaluation.clock()).isEqualTo(NOW);
        assertThat(evaluation.digests())
                .containsOnlyKeys("plan", "architecture", "rules", "gates", "waivers", "approvals");
        assertThat(evaluation.engines()).containsOnlyKeys("drools");
        assertThat(Json.write(evaluate(RAISE, POINT.formatted("needs: [raise], "))))
                .isEqualTo(Json.write(evaluation));
        assertThat(evaluate(RAISE, POINT.formatted("")).digests())
                .satisfies(other -> assertThat(other.get("plan"))
                        .isNotEqualTo(evaluation.digests().get("plan")))
                .satisfies(other -> assertThat(other.get("architecture"))
                        .isNotEqualTo(evaluation.digests().get("architecture")))
                .containsEntry("rules", evaluation.digests().get("rules"));
    }

    @Test
    void mistakes_in_the_order_of_steps_are_told_at_once_and_at_their_places() {
        assertThat(mistakes("name: a, needs: [b]", "name: b, needs: [c]", "name: c, needs: [a]"))
                .singleElement()
                .asString()
                .startsWith("test.yaml:")
                .contains("circle");
        assertThat(mistakes("name: raise", "name: point, needs: [rise]", "name: raise"))
                .satisfiesExactlyInAnyOrder(
                        unknown -> assertThat(unknown.toString())
                                .startsWith("test.yaml:8:")
                                .contains("needs 'rise', which is no step", "'raise'"),
                        twice -> assertThat(twice.toString())
                                .startsWith("test.yaml:9:")
                                .contains("there are two steps named 'raise'"));
    }

    @Test
    void what_a_step_names_and_nobody_declares_is_told_at_its_place() {
        PlanMatter matter = new PlanPreparation(
                        plan(
                                "name: raise, change: {operations: [set: {component: stock, tier: 1}]}",
                                "name: point, owner: shp, needs: [raise], change: {operations: [deploy: {component: "
                                        + "stok, version: '2'}]}"),
                        pointer -> new Position("plan.yaml", 1, 1, pointer),
                        SHOP.snapshot(),
                        EntityPatch::patched,
                        new JudgeSet(List.of(), List.of(), Map.of()),
                        Actor.ADMINISTRATOR,
                        NOW,
                        List.of())
                .matter();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PlanEvaluator(List.of()).evaluate(matter))
                .satisfies(e -> assertThat(e.diagnostics())
                        .extracting(Diagnostic::pointer)
                        .containsExactlyInAnyOrder(
                                "/spec/steps/1/owner", "/spec/steps/1/change/operations/0/deploy/component"));
    }

    @Test
    void mistakes_in_operations_are_told_at_their_places() {
        assertThat(mistakes("name: raise, change: {operations: [set: {component: stock, teir: 1}]}"))
                .singleElement()
                .asString()
                .startsWith("test.yaml:7:")
                .contains("unknown key 'teir'");
    }

    private static List<Diagnostic> mistakes(String... steps) {
        InvalidInputException[] caught = new InvalidInputException[1];
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> plan(steps))
                .satisfies(e -> caught[0] = e);
        return caught[0].diagnostics();
    }

    private static PlanEvaluation evaluate(String... steps) {
        return evaluate(SHOP, steps);
    }

    private static PlanEvaluation evaluate(Architecture architecture, String... steps) {
        return evaluate(JUDGE, architecture, steps);
    }

    private static PlanEvaluation evaluate(Judge judge, Architecture architecture, String... steps) {
        Gate gate = ShippedRules.gate("resilience", Gate.Scope.INTRODUCED);
        return new PlanEvaluator(List.of(judge))
                .evaluate(matter(architecture, new JudgeSet(List.of(judge), List.of(gate), Map.of()), steps));
    }

    private static PlanMatter matter(Architecture architecture, JudgeSet judges, String... steps) {
        return new PlanPreparation(
                        plan(steps),
                        _ -> Position.NOWHERE,
                        architecture.snapshot(),
                        EntityPatch::patched,
                        judges,
                        Actor.ADMINISTRATOR,
                        NOW,
                        List.of())
                .matter();
    }
}
