package dev.gatehouse.graph.question;

import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The worst path to each end by a measure, over everything that may hold. Where edges run in a circle the one that
/// closes it is left out, and whatever stands behind it has no certain measure. An unknown part counts nothing; it
/// makes every end behind it uncertain, on the worst path or not, since another path could then be worse.
final class FoldedWalk {
    private final PathQuestion question;
    private final View view;
    private final PathQuestion.Fold fold;
    private final Steps steps;
    private final Positions met = new Positions();
    private final List<State> states = new ArrayList<>();
    /// Every place after all that lead to it, but for those that close a circle; last first.
    private final List<State> finished = new ArrayList<>();

    FoldedWalk(PathQuestion question, View view, PathQuestion.Fold fold) {
        this.question = question;
        this.view = view;
        this.fold = fold;
        this.steps = new Steps(question, view, Truth.UNKNOWN);
    }

    List<Answer> answers() {
        State start = enter(steps.start());
        order(start);
        question.from().explain(view, view.from(), start.unknown);
        start.value = new Measured(fold.product() ? BigDecimal.ONE : BigDecimal.ZERO).node(view.from(), start.unknown);
        Map<EntityRef, Answer> found = new TreeMap<>();
        for (State state : finished.reversed()) {
            if (steps.answers(state.place)) {
                Answer answer = answer(state);
                found.merge(answer.to(), answer, FoldedWalk::worse);
            }
            state.steps.stream().filter(step -> !state.closing.contains(step)).forEach(step -> relax(state, step));
        }
        return List.copyOf(found.values());
    }

    private static Answer worse(Answer first, Answer second) {
        Set<Unknown> unknown = new TreeSet<>(first.unknown());
        unknown.addAll(second.unknown());
        boolean secondIsWorse = first.measure() != null
                && second.measure() != null
                && second.measure().compareTo(first.measure()) > 0;
        Answer worst = secondIsWorse ? second : first;
        return new Answer(worst.path(), worst.to(), worst.measure(), List.copyOf(unknown));
    }

    private State enter(int place) {
        State state = new State(place, steps.from(place));
        met.add(place);
        states.add(state);
        return state;
    }

    private State state(int place) {
        return states.get(met.of(place));
    }

    /// Depth first, without recursion.
    private void order(State start) {
        Deque<State> path = new ArrayDeque<>(List.of(start));
        while (!path.isEmpty()) {
            State at = path.peek();
            if (at.next == at.steps.size()) {
                at.open = false;
                finished.add(path.pop());
                continue;
            }
            Steps.Step step = at.steps.get(at.next++);
            if (!met.contains(step.place())) {
                path.push(enter(step.place()));
            } else if (state(step.place()).open) {
                at.closing.add(step);
                state(step.place())
                        .unknown
                        .add(new Unknown(view.ref(step.edge()), fold.attribute().name()));
            }
        }
    }

    private void relax(State from, Steps.Step step) {
        State to = state(step.place());
        BigDecimal value = new Measured(from.value).edge(step.edge(), to.unknown);
        value = new Measured(value).node(Steps.node(step.place()), to.unknown);
        Walk.explain(question, view, step, from.arrival, to.unknown);
        to.unknown.addAll(from.unknown);
        if (to.before == null || value.compareTo(to.value) > 0) {
            to.before = from;
            to.arrival = step;
            to.value = value;
        }
    }

    private Answer answer(State end) {
        List<Hop> path = new ArrayList<>();
        for (State at = end; at.arrival != null && at.before != null; at = at.before) {
            path.add(at.arrival.hop());
        }
        Set<Unknown> unknown = new TreeSet<>(end.unknown);
        question.to().explain(view, Steps.node(end.place), unknown);
        return new Answer(path.reversed(), view.ref(Steps.node(end.place)), end.value, List.copyOf(unknown));
    }

    /// A measure so far, to which a node or an edge adds its part.
    private final class Measured {
        private final BigDecimal before;

        Measured(BigDecimal before) {
            this.before = before;
        }

        BigDecimal node(int number, Set<Unknown> unknown) {
            return fold.ofNodes() ? with(number, unknown) : before;
        }

        BigDecimal edge(int number, Set<Unknown> unknown) {
            return fold.ofNodes() ? before : with(number, unknown);
        }

        private BigDecimal with(int number, Set<Unknown> unknown) {
            Object value = fold.attribute().read(view, number);
            if (value == null) {
                unknown.add(new Unknown(view.ref(number), fold.attribute().name()));
                return before;
            }
            BigDecimal part = value instanceof Duration duration
                    ? BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9))
                    : (BigDecimal) value;
            return fold.product() ? before.multiply(part.add(BigDecimal.ONE)) : before.add(part);
        }
    }

    private static final class State {
        private final int place;
        private final List<Steps.Step> steps;
        private final Set<Steps.Step> closing = new HashSet<>();
        private final Set<Unknown> unknown = new TreeSet<>();
        private int next;
        private boolean open = true;
        private BigDecimal value = BigDecimal.ZERO;
        private @Nullable State before;
        private Steps.@Nullable Step arrival;

        State(int place, List<Steps.Step> steps) {
            this.place = place;
            this.steps = steps;
        }
    }
}
