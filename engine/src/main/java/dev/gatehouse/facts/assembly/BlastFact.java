package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.BlastRadius;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        List<Ranked> ranked = new ArrayList<>();
        radius.nodes().forEach(number -> {
            Declaration declaration = snapshot.at(number);
            if (declaration != null && declaration.entity() instanceof Component component) {
                Integer tier = component.tier();
                byTier.merge(tier == null ? UNKNOWN : tier, 1, Integer::sum);
                ranked.add(new Ranked(component.ref(), tier, radius.distance(number)));
            }
        });
        List<Blast.Affected> nearest = ranked.stream()
                .sorted(Ranked.WORST_FIRST)
                .limit(shown)
                .map(one -> new Blast.Affected(one.ref, one.tier, one.distance, radius.path(one.ref)))
                .toList();
        return new Blast(start, radius.size(), radius.failing(), byTier, nearest);
    }

    private record Ranked(EntityRef ref, @Nullable Integer tier, int distance) {
        static final Comparator<Ranked> WORST_FIRST = Comparator.comparingInt(Ranked::rank)
                .thenComparingInt(Ranked::distance)
                .thenComparing(Ranked::ref);

        int rank() {
            return tier == null ? Integer.MAX_VALUE : tier;
        }
    }
}
