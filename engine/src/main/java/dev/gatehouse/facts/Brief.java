package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The other end of an edge, in brief: a fixed short list, so that an edit to anything else of it touches only its
/// own sheet. Null is unknown.
///
/// @param availability the objective of its availability SLO; null where it promises none
public record Brief(
        EntityRef ref,
        @Nullable String type,
        @Nullable Integer tier,
        @Nullable EntityRef owner,
        @Nullable EntityRef system,
        @Nullable String lifecycle,
        @Nullable String region,
        Set<String> clearedFor,
        @Nullable Double availability) {
    public Brief {
        clearedFor = Ordered.copyOf(clearedFor);
    }
}
