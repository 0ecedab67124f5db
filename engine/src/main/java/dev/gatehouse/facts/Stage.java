package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import org.jspecify.annotations.Nullable;

/// The attributes of an environment itself, as in [Environment][dev.gatehouse.model.component.Environment]. Null is
/// unknown.
public record Stage(
        EntityRef ref,
        @Nullable Boolean production,
        @Nullable String region) implements Fact {}
