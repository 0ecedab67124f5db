package dev.gatehouse.plan;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.facts.assembly.Surroundings;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the matter of a plan: every architecture that can exist on the way, each as a step laid over the one before
/// it.
///
/// @param at gives the place of a JSON pointer into the plan's document
/// @param start the architecture before the first step
/// @param approvals those about changes that are no step of it are left out
public record PlanPreparation(
        Plan plan,
        Function<String, Position> at,
        Snapshot start,
        ChangeResolver.Patch patch,
        JudgeSet judges,
        Actor actor,
        Instant clock,
        List<Approval> approvals) {
    /// Where a step cannot be laid over the architecture before it, looking at it is an
    /// [InvalidInputException].
    public PlanMatter matter() {
        return new PlanMatter(plan, actor, clock, this::steps, this::whole);
    }

    private void steps(Consumer<PlanMatter.StepMatter> each) {
        States states = new States(plan);
        Map<BitSet, Snapshot> architectures = new HashMap<>(Map.of(new BitSet(), start));
        for (BitSet state : states.all()) {
            states.last(state).forEach(last -> {
                BitSet before = (BitSet) state.clone();
                before.clear(last);
                Plan.Step step = plan.steps().get(last);
                ResolvedChange resolved = resolved(last, before, states, architectures.getOrDefault(before, start));
                architectures.put(state, resolved.after());
                List<String> finished = before.stream()
                        .mapToObj(done -> plan.steps().get(done).name())
                        .toList();
                each.accept(matter(step, finished, resolved));
            });
        }
    }

    private ResolvedChange resolved(int step, BitSet before, States states, Snapshot architecture) {
        try {
            return resolved(step, architecture);
        } catch (InvalidInputException e) {
            throw IntStream.range(0, plan.steps().size())
                    .filter(other ->
                            !before.get(other) && isPossibleAfter(states.withNeeds(other), step, before, architecture))
                    .mapToObj(other -> tooEarly(e, step, other))
                    .findFirst()
                    .orElse(e);
        }
    }

    private ResolvedChange resolved(int step, Snapshot architecture) {
        return ChangeResolver.resolve(change(plan.steps().get(step)), architecture, patch, at(step));
    }

    /// Whether a step that cannot be done yet could be, once these are finished too.
    private boolean isPossibleAfter(List<Integer> first, int step, BitSet before, Snapshot architecture) {
        if (first.contains(step)) {
            return false;
        }
        try {
            Snapshot then = architecture;
            for (int needed : first) {
                then = before.get(needed) ? then : resolved(needed, then).after();
            }
            resolved(step, then);
            return true;
        } catch (InvalidInputException _) {
            return false;
        }
    }

    private InvalidInputException tooEarly(InvalidInputException e, int step, int other) {
        String cure = "the needs of '" + plan.steps().get(step).name() + "' let it come before '"
                + plan.steps().get(other).name() + "', after which it could be done; add it to them";
        return new InvalidInputException(e.diagnostics().stream()
                .map(diagnostic -> diagnostic.isError() ? diagnostic.curedBy(cure) : diagnostic)
                .toList());
    }

    private PlanMatter.StepMatter matter(Plan.Step step, List<String> finished, ResolvedChange resolved) {
        List<Gate> gates = judges.gates().stream()
                .filter(gate -> step.gates().isEmpty() || step.gates().contains(gate.name()))
                .toList();
        Matter matter = new Preparation(judges, gates).matter(resolved, actor, clock, approvals);
        Set<EntityRef> touched = resolved.touched().keySet();
        Map<EntityRef, EntityRef> owners = new TreeMap<>();
        Stream.concat(touched.stream(), matter.sheets().stream().map(SheetPair::subject))
                .forEach(ref -> owner(resolved, ref).ifPresent(owner -> owners.put(ref, owner)));
        return new PlanMatter.StepMatter(step.name(), finished, matter, touched, owners);
    }

    private PlanMatter.Whole whole() {
        Change change = new Change(
                EntityRef.of(Kind.CHANGE, plan.name()),
                plan.title(),
                plan.environment(),
                plan.requestedBy(),
                null,
                plan.initiative(),
                inOrder(),
                List.of());
        ResolvedChange resolved = ChangeResolver.resolve(change, start, patch, at);
        Set<EntityRef> teams = new TreeSet<>();
        resolved.touched().keySet().forEach(ref -> owner(resolved, ref).ifPresent(teams::add));
        Surroundings facts = Surroundings.of(resolved, actor, clock);
        return new PlanMatter.Whole(facts.blast(), teams, facts.inFlight());
    }

    /// The operations of all steps, in an order that their needs allow.
    private List<Operation> inOrder() {
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
        return operations;
    }

    private Change change(Plan.Step step) {
        return new Change(
                plan.change(step),
                step.title(),
                plan.environment(),
                plan.requester(step),
                step.window(),
                plan.initiative(),
                step.operations(),
                step.artifacts());
    }

    /// The places of a step's change in the plan's document.
    private Function<String, Position> at(int step) {
        String here = "/spec/steps/" + step;
        boolean owned = plan.steps().get(step).owner() != null;
        return pointer -> {
            if (pointer.startsWith("/spec/operations/")) {
                return at.apply(here + "/change" + pointer.substring("/spec".length()));
            }
            return at.apply(owned && pointer.equals("/spec/requestedBy") ? here + "/owner" : pointer);
        };
    }

    /// Who owns an entity, after the change or before.
    private static Optional<EntityRef> owner(ResolvedChange change, EntityRef ref) {
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
}
