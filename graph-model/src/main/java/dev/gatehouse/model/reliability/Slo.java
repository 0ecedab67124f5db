package dev.gatehouse.model.reliability;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A target for a measured ratio over a window, promised by a component.
///
/// @param indicator what is measured
/// @param objective the ratio promised, between 0 and 1: 0.999
/// @param window over which it is measured
/// @param threshold for latency: the time within which that ratio of requests is answered
/// @param budgetRemaining the share of the error budget left, 1 untouched, 0 or less spent; null is not measured
/// @param observedAt when the remaining budget was measured
public record Slo(
        EntityRef ref,
        EntityRef component,
        Indicator indicator,
        double objective,
        Duration window,
        @Nullable Duration threshold,
        @Nullable Double budgetRemaining,
        @Nullable Instant observedAt)
        implements Entity {
    @Override
    public List<Reference> references() {
        return List.of(new Reference(Relation.SLO_OF, component));
    }

    /// What an SLO measures.
    public enum Indicator {
        AVAILABILITY,
        LATENCY
    }
}
