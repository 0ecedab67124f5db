package dev.gatehouse.plan;

import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Judges a plan: each step in every state in which it can run. The same matter and judges always give the same
/// evaluation, byte for byte.
public final class PlanEvaluator {
    private final List<Judge> judges;

    public PlanEvaluator(List<Judge> judges) {
        this.judges = List.copyOf(judges);
    }

    public PlanEvaluation evaluate(PlanMatter matter) {
        Plan plan = matter.plan();
        States states = new States(plan);
        Map<String, StepSummary> steps = new TreeMap<>();
        plan.steps()
                .forEach(
                        step -> steps.put(step.name(), new StepSummary(step, plan.requester(step), states.complete())));
        Map<String, List<String>> digests = new TreeMap<>();
        Decider decider = new Decider(judges);
        matter.steps().forEach(step -> {
            Decision decision = decider.decide(step.matter());
            decision.digests()
                    .forEach((name, digest) -> digests.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(digest));
            Objects.requireNonNull(steps.get(step.step())).add(decision, step);
        });
        List<PlanEvaluation.StepEvaluation> evaluations = plan.steps().stream()
                .map(step -> Objects.requireNonNull(steps.get(step.name())).evaluation())
                .toList();
        return sum(matter, states, evaluations, digests(plan, digests));
    }

    private PlanEvaluation sum(
            PlanMatter matter, States states, List<PlanEvaluation.StepEvaluation> steps, Map<String, String> digests) {
        Plan plan = matter.plan();
        Map<String, Verdict> gates = new TreeMap<>();
        steps.forEach(step -> step.gates()
                .forEach((gate, verdict) -> gates.merge(gate, verdict, (a, b) -> Verdict.worst(List.of(a, b)))));
        List<Verdict> verdicts =
                steps.stream().map(PlanEvaluation.StepEvaluation::verdict).toList();
        PlanMatter.Whole whole = matter.whole().get();
        return new PlanEvaluation(
                plan.name(),
                matter.actor(),
                matter.clock(),
                digests,
                Decider.engines(judges),
                Verdict.worst(verdicts),
                gates,
                states.all().size(),
                states.complete(),
                states.complete() ? List.of() : states.unordered(),
                steps,
                whole.blast(),
                whole.teams(),
                whole.inFlight(),
                plan.steps().stream()
                        .filter(StepSummary::cannotBeUndone)
                        .map(Plan.Step::name)
                        .toList());
    }

    /// Of the plan, and of what all its decisions were made of: theirs in the order of judging, where these differ.
    private static Map<String, String> digests(Plan plan, Map<String, List<String>> judged) {
        Map<String, String> sums = new TreeMap<>();
        sums.put("plan", Json.digest(plan).value());
        judged.forEach((name, all) -> sums.put(
                name,
                Set.copyOf(all).size() == 1 ? all.getFirst() : Json.digest(all).value()));
        return sums;
    }
}
