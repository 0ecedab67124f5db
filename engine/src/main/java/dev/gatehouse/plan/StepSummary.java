package dev.gatehouse.plan;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums up a step over all the states in which it was judged.
final class StepSummary {
    private final Plan.Step step;
    private final boolean complete;
    private final Map<String, Verdict> gates = new TreeMap<>();
    private final Map<EntityRef, Integer> owners = new TreeMap<>();
    private final Consents consents;
    private Verdict worst = Verdict.ALLOW;
    private List<String> after = List.of();
    private List<GateVerdict> judged = List.of();

    /// @param requester who asks for the step, and so may not approve it; null when nobody said
    /// @param complete whether it is judged in every state in which it can run
    StepSummary(Plan.Step step, @Nullable EntityRef requester, boolean complete) {
        this.step = step;
        this.complete = complete;
        this.consents = new Consents(requester);
        if (step.approver() != null) {
            consents.named(step.approver());
        }
        if (step.opaque()) {
            consents.any("nobody can say what the step does to the architecture");
        }
        if (cannotBeUndone(step)) {
            String why = step.irreversible() == null ? "nothing is said that undoes it" : step.irreversible();
            consents.any("the step cannot be undone: " + why);
        }
    }

    static boolean cannotBeUndone(Plan.Step step) {
        return step.irreversible() != null || step.compensation() == null;
    }

    void add(Decision decision, PlanMatter.StepMatter state) {
        decision.gates()
                .forEach(gate -> gates.merge(gate.gate(), gate.verdict(), (a, b) -> Verdict.worst(List.of(a, b))));
        List<Ruling> counting = Ruling.counting(decision.gates());
        counting.stream()
                .filter(ruling -> ruling.level() == Level.SOFT)
                .forEach(ruling -> consents.about(
                        ruling.subject(),
                        state.owners().get(ruling.subject()),
                        ruling.ruleId() + ": " + ruling.message()));
        int worse = decision.verdict().compareTo(worst);
        boolean more = Ruling.counting(judged).isEmpty() && !counting.isEmpty();
        if (judged.isEmpty() || worse > 0 || (worse == 0 && more)) {
            worst = decision.verdict();
            after = state.after();
            judged = decision.gates();
        }
        state.touched().forEach(ref -> {
            EntityRef owner = state.owners().get(ref);
            if (owner != null) {
                owners.merge(owner, 1, Integer::sum);
            }
        });
    }

    PlanEvaluation.StepEvaluation evaluation() {
        List<String> approvals = consents.words(owners.keySet());
        List<Verdict> verdicts = new ArrayList<>(List.of(worst));
        if (!complete) {
            verdicts.add(Verdict.INCONCLUSIVE);
        }
        if (!approvals.isEmpty()) {
            verdicts.add(Verdict.NEEDS_APPROVAL);
        }
        return new PlanEvaluation.StepEvaluation(
                step.name(), Verdict.worst(verdicts), gates, owner(), after, judged, approvals);
    }

    private @Nullable EntityRef owner() {
        return step.owner() != null
                ? step.owner()
                : owners.entrySet().stream()
                        .max(Map.Entry.<EntityRef, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(null);
    }
}
