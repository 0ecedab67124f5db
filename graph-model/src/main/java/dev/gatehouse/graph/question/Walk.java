package dev.gatehouse.graph.question;

import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The shortest path to each end: first by what certainly holds, then, for the ends that this does not reach, by what
/// may hold.
final class Walk {
    private final PathQuestion question;
    private final View view;
    private final Map<EntityRef, Answer> found = new TreeMap<>();

    Walk(PathQuestion question, View view) {
        this.question = question;
        this.view = view;
    }

    List<Answer> answers() {
        Set<Unknown> ofStart = new TreeSet<>();
        question.from().explain(view, view.from(), ofStart);
        Steps certain = new Steps(question, view, Truth.TRUE);
        search(certain, ofStart);
        if (certain.metUnknown()) {
            search(new Steps(question, view, Truth.UNKNOWN), ofStart);
        }
        return List.copyOf(found.values());
    }

    private void search(Steps steps, Set<Unknown> ofStart) {
        Positions reached = new Positions();
        List<@Nullable Arrival> arrivals = new ArrayList<>();
        reached.add(steps.start());
        arrivals.add(null);
        for (int position = 0; position < reached.size(); position++) {
            int place = reached.number(position);
            if (steps.answers(place)) {
                int at = position;
                found.computeIfAbsent(
                        view.ref(Steps.node(place)), to -> answer(to, Steps.node(place), arrivals.get(at), ofStart));
            }
            Arrival arrival = arrivals.get(position);
            for (Steps.Step step : steps.from(place)) {
                if (reached.add(step.place())) {
                    arrivals.add(new Arrival(step, arrival));
                }
            }
        }
    }

    private Answer answer(EntityRef to, int node, @Nullable Arrival last, Set<Unknown> ofStart) {
        Set<Unknown> unknown = new TreeSet<>(ofStart);
        question.to().explain(view, node, unknown);
        List<Hop> path = new ArrayList<>();
        for (Arrival arrival = last; arrival != null; arrival = arrival.before) {
            path.add(arrival.step.hop());
            explain(question, view, arrival.step, arrival.before == null ? null : arrival.before.step, unknown);
        }
        return new Answer(path.reversed(), to, null, List.copyOf(unknown));
    }

    /// Adds what is unknown about a step, and about the node that it leaves, unless that is the start.
    static void explain(
            PathQuestion question, View view, Steps.Step step, Steps.@Nullable Step before, Set<Unknown> unknown) {
        question.explainEdge(view, step.edge(), unknown);
        if (before != null) {
            boolean satisfiedHere = Steps.satisfied(step.place()) && !Steps.satisfied(before.place());
            question.explainNode(view, Steps.node(before.place()), satisfiedHere, unknown);
        }
    }

    private record Arrival(Steps.Step step, @Nullable Arrival before) {}
}
