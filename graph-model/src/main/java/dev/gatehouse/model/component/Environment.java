package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where deployments run.
///
/// @param production whether customers depend on it; null is unknown
/// @param freezes windows in which nothing may change here
public record Environment(
        EntityRef ref,
        @Nullable String title,
        @Nullable Boolean production,
        @Nullable String region,
        List<Freeze> freezes)
        implements Entity {
    /// The name of the one that is meant where nobody says which.
    public static final String USUAL = "production";

    public Environment {
        freezes = List.copyOf(freezes);
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    /// A time in which nothing may change, and why.
    public record Freeze(java.time.Instant start, java.time.Instant end, String reason) {}
}
