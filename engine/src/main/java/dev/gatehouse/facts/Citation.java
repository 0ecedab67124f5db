package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A single value of a fact, named: what a person wants to see beside a finding.
///
/// @param ref whose value
/// @param name of the attribute
/// @param value as text; null says that it is missing
/// @param observedAt when it was measured; null for what is declared
public record Citation(
        EntityRef ref,
        String name,
        @Nullable String value,
        @Nullable Instant observedAt) implements Citable {
    /// A declared value.
    public static Citation of(EntityRef ref, String name, @Nullable Object value) {
        return new Citation(ref, name, value == null ? null : value.toString(), null);
    }

    /// A measured value.
    public static Citation of(EntityRef ref, String name, @Nullable Object value, @Nullable Instant observedAt) {
        return new Citation(ref, name, value == null ? null : value.toString(), observedAt);
    }
}
