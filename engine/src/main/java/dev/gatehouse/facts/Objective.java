package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.reliability.Slo.Indicator;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The subject promises an SLO. Attributes as in [Slo][dev.gatehouse.model.reliability.Slo].
public record Objective(
        EntityRef ref,
        Indicator indicator,
        double objective,
        Duration window,
        @Nullable Duration threshold,
        @Nullable Double budgetRemaining,
        @Nullable Instant observedAt)
        implements Fact {}
