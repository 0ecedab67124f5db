package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.BlastRadius;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/// A blast radius in numbers, with its most critical and nearest.
public final class BlastFact {
    private static final int UNKNOWN = 0;

    private BlastFact() {}

    /// Who is hurt when one entity fails or changes.
    ///
    /// @param shown how many of them are shown with their paths
    public static Blast of(EntityRef start, Snapshot snapshot, int shown) {
        return of(start, snapshot, BlastRadius.of(snapshot, Set.of(start)), shown);
    }

    static Blast of(EntityRef start, Snapshot snapshot, BlastRadius radius, int shown) {
        Map<Integer, Integer> byTier = new TreeMap<>();
        Worst worst = new Worst(snapshot, shown);
        radius.forEach((number, distance) -> {
            Declaration declaration = snapshot.at(number);
            if (declaration != null && declaration.entity() instanceof Component component) {
                byTier.merge(component.tier() == null ? UNKNOWN : component.tier(), 1, Integer::sum);
                worst.offer(new Ranked(component, number, distance));
            }
        });
        List<Blast.Affected> affected = worst.first().stream()
                .map(one -> new Blast.Affected(
                        one.component.ref(), one.component.tier(), one.distance, radius.path(one.component.ref())))
                .toList();
        return new Blast(start, radius.size(), radius.failing(), byTier, affected);
    }

    private record Ranked(Component component, int number, int distance) {
        int rank() {
            Integer tier = component.tier();
            return tier == null ? Integer.MAX_VALUE : tier;
        }
    }

    /// The most critical and nearest of all that were offered.
    private static final class Worst {
        private final int shown;
        private final Comparator<Ranked> order;
        private final PriorityQueue<Ranked> kept;

        Worst(Snapshot snapshot, int shown) {
            this.shown = shown;
            this.order = Comparator.comparingInt(Ranked::rank)
                    .thenComparingInt(Ranked::distance)
                    .thenComparing((left, right) -> snapshot.compare(left.number, right.number));
            this.kept = new PriorityQueue<>(order.reversed());
        }

        void offer(Ranked one) {
            if (kept.size() < shown) {
                kept.add(one);
            } else if (!kept.isEmpty() && order.compare(one, kept.element()) < 0) {
                kept.remove();
                kept.add(one);
            }
        }

        List<Ranked> first() {
            return kept.stream().sorted(order).toList();
        }
    }
}
