package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.facts.Blast;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.plan.PlanEvaluation.StepEvaluation;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A plan that has everything a plan can have, and the other answers that are no decision.
final class SamplePlan {
    private static final EntityRef SHOP = EntityRef.of(Kind.GROUP, "shop");

    private SamplePlan() {}

    static PlanView view() {
        List<GateVerdict> all = Sample.record().judgement().gates();
        List<GateVerdict> value =
                all.stream().filter(gate -> gate.gate().equals("value")).toList();
        return view(
                "award-points",
                List.of(
                        step("stand-up", Verdict.INCONCLUSIVE, List.of(), value, List.of()),
                        step(
                                "award",
                                Verdict.ERROR,
                                List.of("stand-up", "count"),
                                all,
                                List.of("group shop, as the step says")),
                        step(
                                "count",
                                Verdict.INCONCLUSIVE,
                                List.of("stand-up"),
                                value,
                                List.of(
                                        "group shop, as the step says",
                                        "an approver other than group shop, which asks for it: the step cannot be undone:"
                                                + " rows are gone")),
                        new StepEvaluation(
                                "retire", Verdict.INCONCLUSIVE, Map.of(), null, List.of(), List.of(), List.of())));
    }

    static PlanView view(String name, List<StepEvaluation> steps) {
        PlanEvaluation evaluation = new PlanEvaluation(
                name,
                new Actor("ci", Set.of(Actor.Role.OPERATOR)),
                Sample.CLOCK,
                Map.of("plan", "sha256:" + "ab".repeat(32)),
                Map.of("drools", "10.2.0"),
                Verdict.ERROR,
                Map.of("value", Verdict.ALLOW, "resilience", Verdict.DENY),
                4096,
                false,
                List.of("award", "retire"),
                steps,
                new Blast(Sample.CHECKOUT, 12, 4, Map.of(1, 12), List.of()),
                Set.of(SHOP),
                List.of(),
                List.of("count"));
        PlanRecord record = new PlanRecord(
                "plan-0042",
                Sample.CLOCK.plusSeconds(2),
                "ci",
                Map.of("evaluate", 12L),
                7L,
                Map.of(),
                "sha256:" + "ef".repeat(32),
                evaluation);
        return new PlanView(record, Sample.rules(), Written.NOWHERE);
    }

    static StepEvaluation step(
            String name, Verdict verdict, List<String> after, List<GateVerdict> judged, List<String> approvals) {
        Map<String, Verdict> gates = new TreeMap<>();
        judged.forEach(gate -> gates.put(gate.gate(), gate.verdict()));
        return new StepEvaluation(name, verdict, gates, SHOP, after, judged, approvals);
    }

    static FindingsView findings() {
        return new FindingsView("production", Sample.record().judgement().gates(), Sample.rules());
    }

    static LintView lint() {
        return new LintView(List.of(
                Diagnostic.note(new Position("rules/a/gate.yaml", 1, 1, null), "the gate has no rules", null),
                Diagnostic.error(
                        new Position("rules/a/b/rule.drl", 14, 9, null),
                        "there is no fact 'Dependancy'",
                        "try Dependency"),
                Diagnostic.warning(
                        new Position("policies/c.rego", 0, 0, null), "is formatted differently", "run opa fmt"),
                Diagnostic.error("two rules are called 'b'", "rename one")));
    }

    static TestsView tests() {
        return new TestsView(
                List.of(
                        new TestsView.Test("tier-inversion", "finds an inversion", "cases/a.yaml", true, List.of()),
                        new TestsView.Test(
                                "tier-inversion",
                                "leaves a soft one alone",
                                "cases/b.yaml",
                                false,
                                List.of("came, and was not expected: component:checkout")),
                        new TestsView.Test("gatehouse.access", "test_viewer", "policy_test.rego:12", true, List.of())),
                87.5,
                null);
    }
}
