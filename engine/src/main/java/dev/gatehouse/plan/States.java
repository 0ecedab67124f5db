package dev.gatehouse.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The sets of finished steps that a plan's needs allow, each with the steps that can have been
/// finished last.
final class States {
    /// More than these are not judged.
    static final int BOUND = 4096;

    private final List<Plan.Step> steps;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<BitSet> reached = new LinkedHashSet<>();
    private boolean complete = true;

    States(Plan plan) {
        this.steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            numbers.put(steps.get(i).name(), i);
        }
        grow();
    }

    private void grow() {
        Deque<BitSet> open = new ArrayDeque<>(List.of(new BitSet()));
        while (!open.isEmpty()) {
            BitSet state = open.poll();
            for (int step = 0; step < steps.size(); step++) {
                if (!state.get(step) && needs(step).stream().allMatch(state::get)) {
                    BitSet next = (BitSet) state.clone();
                    next.set(step);
                    if (reached.size() == BOUND && !reached.contains(next)) {
                        complete = false;
                        return;
                    }
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
    }

    private List<Integer> needs(int step) {
        return steps.get(step).needs().stream().map(numbers::get).toList();
    }

    /// A step and all that has to be finished before it, in an order that the needs allow.
    List<Integer> withNeeds(int step) {
        List<Integer> order = new ArrayList<>();
        addWithNeeds(step, order);
        return order;
    }

    private void addWithNeeds(int step, List<Integer> order) {
        if (!order.contains(step)) {
            needs(step).forEach(need -> addWithNeeds(need, order));
            order.add(step);
        }
    }

    /// Whether these are all.
    boolean complete() {
        return complete;
    }

    /// Every set but the empty one, smaller ones first.
    Set<BitSet> all() {
        return reached;
    }

    /// The steps of a set that can have been finished last.
    IntStream last(BitSet state) {
        return state.stream()
                .filter(step -> state.stream().noneMatch(other -> needs(other).contains(step)));
    }

    /// Steps that need nothing and are needed by nothing: putting these in order shrinks the number of sets most.
    List<String> unordered() {
        return steps.stream()
                .filter(step -> step.needs().isEmpty()
                        && steps.stream().noneMatch(other -> other.needs().contains(step.name())))
                .map(Plan.Step::name)
                .toList();
    }
}
