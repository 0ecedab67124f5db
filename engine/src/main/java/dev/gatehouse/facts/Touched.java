package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connectable entity that the change names or alters, with its ends of the edges that the change adds, alters or
/// removes.
///
/// @param ref the entity
/// @param before null where the change adds it
/// @param after null where the change removes it
/// @param how `deploy`, `set`, `add`, `remove`, `edge`, …; sorted
/// @param consumers how many need it directly, after the change
/// @param budgetRemaining the least error budget left of its SLOs, before the change; null is not measured
/// @param budgetObservedAt when that was measured
/// @param incidents times it was hit in the 30 days before the change is judged
public record Touched(
        EntityRef ref,
        @Nullable Brief before,
        @Nullable Brief after,
        List<String> how,
        int consumers,
        @Nullable Double budgetRemaining,
        @Nullable Instant budgetObservedAt,
        int incidents)
        implements Fact {
    public Touched {
        how = List.copyOf(how);
    }

    /// The more critical of the tiers before and after the change; null where neither is known.
    public @Nullable Integer tier() {
        Integer old = before == null ? null : before.tier();
        Integer now = after == null ? null : after.tier();
        return old == null || (now != null && now < old) ? now : old;
    }

    /// The owner before the change, or after where it adds the entity; null is unknown.
    public @Nullable EntityRef owner() {
        Brief brief = before != null ? before : after;
        return brief == null ? null : brief.owner();
    }
}
