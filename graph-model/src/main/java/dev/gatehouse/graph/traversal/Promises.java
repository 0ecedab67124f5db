package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.reliability.Slo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a component promises to those who need it. Where it promises several times, the weakest promise is the one
/// that others can count on.
final class Promises {
    private Promises() {}

    /// The lowest availability that it promises, or null.
    static @Nullable Double availability(Snapshot snapshot, int node) {
        @Nullable Double[] lowest = {null};
        snapshot.forEachSource(node, Relation.SLO_OF, number -> {
            Slo slo = slo(snapshot, number, Slo.Indicator.AVAILABILITY);
            if (slo != null && (lowest[0] == null || slo.objective() < lowest[0])) {
                lowest[0] = slo.objective();
            }
        });
        return lowest[0];
    }

    /// The longest time within which it promises to answer, or null.
    static @Nullable Duration latency(Snapshot snapshot, int node) {
        @Nullable Duration[] longest = {null};
        snapshot.forEachSource(node, Relation.SLO_OF, number -> {
            Slo slo = slo(snapshot, number, Slo.Indicator.LATENCY);
            Duration threshold = slo == null ? null : slo.threshold();
            if (threshold != null && (longest[0] == null || threshold.compareTo(longest[0]) > 0)) {
                longest[0] = threshold;
            }
        });
        return longest[0];
    }

    private static @Nullable Slo slo(Snapshot snapshot, int number, Slo.Indicator indicator) {
        var declaration = snapshot.at(number);
        return declaration != null && declaration.entity() instanceof Slo slo && slo.indicator() == indicator
                ? slo
                : null;
    }
}
