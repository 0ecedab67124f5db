package dev.gatehouse.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// The sets of finished steps that a plan's needs allow, each with the steps that can have been
/// finished last.
final class States {
    /// More than these are not judged.
    static final int BOUND = 4096;

    private final List<Plan.Step> steps;
    private final List<BitSet> needs = new ArrayList<>();
    private final Set<BitSet> reached = new LinkedHashSet<>();
    private boolean complete = true;

    States(Plan plan) {
        this.steps = plan.steps();
        Map<String, Integer> numbers = new HashMap<>();
        steps.forEach(step -> numbers.put(step.name(), numbers.size()));
        for (Plan.Step step : steps) {
            BitSet before = new BitSet();
            step.needs().forEach(need -> before.set(Objects.requireNonNull(numbers.get(need))));
            needs.add(before);
        }
        grow();
    }

    private void grow() {
        Deque<BitSet> open = new ArrayDeque<>(List.of(new BitSet()));
        while (!open.isEmpty()) {
            BitSet state = open.poll();
            for (int step = 0; step < steps.size(); step++) {
                if (!state.get(step) && isWithin(needs.get(step), state)) {
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

    private static boolean isWithin(BitSet some, BitSet all) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }

    /// A step and all that has to be finished before it, in an order that the needs allow.
    List<Integer> withNeeds(int step) {
        List<Integer> order = new ArrayList<>();
        addWithNeeds(step, order);
        return order;
    }

    private void addWithNeeds(int step, List<Integer> order) {
        if (!order.contains(step)) {
            needs.get(step).stream().forEach(need -> addWithNeeds(need, order));
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
        BitSet last = (BitSet) state.clone();
        state.stream().forEach(step -> last.andNot(needs.get(step)));
        return last.stream();
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
