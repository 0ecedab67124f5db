package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The subject was hit by an incident. Attributes as in [Incident][dev.gatehouse.model.reliability.Incident].
public record Outage(
        EntityRef ref,
        int severity,
        Instant startedAt,
        @Nullable Instant resolvedAt) implements Fact {}
