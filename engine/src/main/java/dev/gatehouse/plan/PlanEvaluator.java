package dev.gatehouse.plan;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.assembly.ChangeResolver;
import dev.gatehouse.facts.assembly.ResolvedChange;
import dev.gatehouse.facts.assembly.Surroundings;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Judges a plan: every architecture that can exist on the way, each as a step laid over the one before it.
public final class PlanEvaluator {
    private final Plan plan;
    private final Snapshot start;
    private final ChangeResolver.Patch patch;
    private final JudgeSet judges;
    private final Actor actor;
    private final Instant clock;
    private final List<Approval> approvals;
    private final Map<BitSet, Snapshot> architectures = new HashMap<>();
    private final Map<String, StepSummary> steps = new TreeMap<>();
    private final Map<String, List<String>> digests = new TreeMap<>();

    /// @param start the architecture before the first step
    public PlanEvaluator(
            Plan plan,
            Snapshot start,
            ChangeResolver.Patch patch,
            JudgeSet judges,
            Actor actor,
            Instant clock,
            List<Approval> approvals) {
        this.plan = plan;
        this.start = start;
        this.patch = patch;
        this.judges = judges;
        this.actor = actor;
        this.clock = clock;
        this.approvals = approvals;
    }

    /// Judges all of it.
    ///
    /// @throws InvalidInputException where a step cannot be laid over the architecture before it
    public PlanEvaluation evaluate() {
        States states = new States(plan);
        architectures.put(new BitSet(), start);
        plan.steps().forEach(step -> steps.put(step.name(), new StepSummary(step, requester(step))));
        for (BitSet state : states.all()) {
            states.last(state).forEach(step -> judge(state, step));
        }
        return sum(states);
    }

    private void judge(BitSet state, int last) {
        BitSet before = (BitSet) state.clone();
        before.clear(last);
        Plan.Step step = plan.steps().get(last);
        Snapshot architecture = architectures.getOrDefault(before, start);
        ResolvedChange resolved = ChangeResolver.resolve(change(step), architecture, patch);
        architectures.put(state, resolved.after());
        List<Gate> gates = judges.gates().stream()
                .filter(gate -> step.gates().isEmpty() || step.gates().contains(gate.name()))
                .toList();
        Decision decision = new Decider(judges.judges())
                .decide(new Preparation(judges, gates).matter(resolved, actor, clock, approvals));
        decision.digests()
                .forEach((name, digest) ->
                        digests.computeIfAbsent(name, _ -> new ArrayList<>()).add(digest));
        List<String> finished =
                before.stream().mapToObj(done -> plan.steps().get(done).name()).toList();
        summary(step).add(decision, resolved, finished);
    }

    private StepSummary summary(Plan.Step step) {
        return Objects.requireNonNull(steps.get(step.name()));
    }

    private @Nullable EntityRef requester(Plan.Step step) {
        return step.owner() != null ? step.owner() : plan.requestedBy();
    }

    private Change change(Plan.Step step) {
        return new Change(
                EntityRef.of(Kind.CHANGE, plan.name() + "." + step.name()),
                step.title(),
                plan.environment(),
                requester(step),
                step.window(),
                plan.initiative(),
                step.operations(),
                step.artifacts());
    }

    private PlanEvaluation sum(States states) {
        List<PlanEvaluation.StepEvaluation> evaluations =
                plan.steps().stream().map(step -> summary(step).evaluation()).toList();
        Map<String, Verdict> gates = new TreeMap<>();
        evaluations.forEach(step -> step.gates()
                .forEach((gate, verdict) -> gates.merge(gate, verdict, (a, b) -> Verdict.worst(List.of(a, b)))));
        List<Verdict> verdicts = new ArrayList<>(
                evaluations.stream().map(PlanEvaluation.StepEvaluation::verdict).toList());
        if (!states.bounded()) {
            verdicts.add(Verdict.INCONCLUSIVE);
        }
        ResolvedChange whole = whole();
        Surroundings facts = Surroundings.of(whole, actor, clock);
        return new PlanEvaluation(
                plan.name(),
                actor,
                clock,
                digests(),
                Decider.engines(judges.judges()),
                Verdict.worst(verdicts),
                gates,
                states.all().size(),
                states.bounded(),
                states.bounded() ? List.of() : states.unordered(),
                evaluations,
                facts.blast(),
                teams(whole),
                facts.inFlight(),
                plan.steps().stream()
                        .filter(StepSummary::cannotBeUndone)
                        .map(Plan.Step::name)
                        .toList());
    }

    /// Of the plan, and of what all its decisions were made of: theirs in the order of judging, where these differ.
    private Map<String, String> digests() {
        Map<String, String> sums = new TreeMap<>();
        sums.put("plan", Json.digest(plan).value());
        digests.forEach((name, all) -> sums.put(
                name,
                Set.copyOf(all).size() == 1 ? all.getFirst() : Json.digest(all).value()));
        return sums;
    }

    /// All steps as one change, in an order that their needs allow.
    private ResolvedChange whole() {
        List<Operation> operations = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (done.size() < plan.steps().size()) {
            plan.steps().stream()
                    .filter(step -> !done.contains(step.name()) && done.containsAll(step.needs()))
                    .findFirst()
                    .ifPresent(step -> {
                        operations.addAll(step.operations());
                        done.add(step.name());
                    });
        }
        Change change = new Change(
                EntityRef.of(Kind.CHANGE, plan.name()),
                plan.title(),
                plan.environment(),
                plan.requestedBy(),
                null,
                plan.initiative(),
                operations,
                List.of());
        return ChangeResolver.resolve(change, start, patch);
    }

    private static Set<EntityRef> teams(ResolvedChange change) {
        Set<EntityRef> teams = new TreeSet<>();
        change.touched().keySet().forEach(ref -> StepSummary.owner(change, ref).ifPresent(teams::add));
        return teams;
    }
}
