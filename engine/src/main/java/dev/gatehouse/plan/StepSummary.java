package dev.gatehouse.plan;

import dev.gatehouse.facts.assembly.ResolvedChange;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sums up a step over all the states in which it was judged.
final class StepSummary {
    private final Plan.Step step;
    private final Map<String, Verdict> gates = new TreeMap<>();
    private final Map<EntityRef, Integer> owners = new TreeMap<>();
    private final Consents consents;
    private Verdict worst = Verdict.ALLOW;
    private List<String> after = List.of();
    private List<Ruling> findings = List.of();

    /// @param requester who asks for the step, and so may not approve it; null when nobody said
    StepSummary(Plan.Step step, @Nullable EntityRef requester) {
        this.step = step;
        this.consents = new Consents(requester);
        if (step.approver() != null) {
            consents.named(step.approver(), "the step says so");
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

    void add(Decision decision, ResolvedChange resolved, List<String> finished) {
        decision.gates()
                .forEach(gate -> gates.merge(gate.gate(), gate.verdict(), (a, b) -> Verdict.worst(List.of(a, b))));
        List<Ruling> counting = decision.gates().stream()
                .map(GateVerdict::findings)
                .flatMap(List::stream)
                .filter(Ruling::counts)
                .toList();
        counting.stream()
                .filter(ruling -> ruling.level() == Level.SOFT)
                .forEach(ruling -> consents.about(
                        ruling.subject(),
                        owner(resolved, ruling.subject()).orElse(null),
                        ruling.ruleId() + ": " + ruling.message()));
        int worse = decision.verdict().compareTo(worst);
        if (worse > 0 || (worse == 0 && findings.isEmpty() && !counting.isEmpty())) {
            worst = decision.verdict();
            after = finished;
            findings = counting;
        }
        resolved.touched()
                .keySet()
                .forEach(ref -> owner(resolved, ref).ifPresent(owner -> owners.merge(owner, 1, Integer::sum)));
    }

    /// Who owns an entity, after the change or before.
    static Optional<EntityRef> owner(ResolvedChange change, EntityRef ref) {
        return Stream.of(change.after(), change.before())
                .map(snapshot -> owner(snapshot, ref))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<EntityRef> owner(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration != null && declaration.entity() instanceof Component component
                ? Optional.ofNullable(component.owner())
                : Optional.empty();
    }

    PlanEvaluation.StepEvaluation evaluation() {
        List<String> approvals = consents.words(owners.keySet());
        List<Verdict> verdicts = new ArrayList<>(List.of(worst));
        if (!approvals.isEmpty()) {
            verdicts.add(Verdict.NEEDS_APPROVAL);
        }
        return new PlanEvaluation.StepEvaluation(
                step.name(), Verdict.worst(verdicts), gates, owner(), after, findings, approvals);
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
