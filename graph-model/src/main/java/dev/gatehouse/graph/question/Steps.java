package dev.gatehouse.graph.question;

import dev.gatehouse.graph.traversal.Hop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The steps that a path can take. A place on a path is a node, and whether `through` has been satisfied before it;
/// it is numbered as twice the node, plus one where it has.
final class Steps {
    private final PathQuestion question;
    private final View view;
    /// The least that must hold for a step.
    private final Truth least;

    private boolean uncertain;

    Steps(PathQuestion question, View view, Truth least) {
        this.question = question;
        this.view = view;
        this.least = least;
    }

    int start() {
        return view.from() * 2 + (question.hasThrough() ? 0 : 1);
    }

    static int node(int place) {
        return place >> 1;
    }

    static boolean satisfied(int place) {
        return (place & 1) == 1;
    }

    /// Whether a path to that place is an answer.
    boolean answers(int place) {
        return node(place) != view.from()
                && satisfied(place)
                && holds(question.to().matches(view, node(place)));
    }

    /// The steps onwards, in order of their hops.
    List<Step> from(int place) {
        int node = node(place);
        boolean start = node == view.from();
        if (!start && !holds(question.leaves(view, node))) {
            return List.of();
        }
        boolean satisfied = satisfied(place) || (!start && holds(question.through(view, node)));
        List<Step> steps = new ArrayList<>();
        question.along().forEachNext(view.snapshot(), node, (edge, other) -> {
            if (other != view.from() && holds(question.passes(view, edge))) {
                Hop hop = view.hop(node, edge, other, question.along().downstream());
                steps.add(new Step(edge, other * 2 + (satisfied ? 1 : 0), hop));
            }
        });
        steps.sort(Comparator.comparing(Step::hop));
        return steps;
    }

    private boolean holds(Truth truth) {
        uncertain |= truth == Truth.UNKNOWN;
        return truth.compareTo(least) >= 0;
    }

    /// Whether something unknown was met.
    boolean metUnknown() {
        return uncertain;
    }

    /// @param place where it leads to
    record Step(int edge, int place, Hop hop) {}
}
