package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import org.jspecify.annotations.Nullable;

/// The attributes of a system, a domain or a team itself, as in
/// [Grouping][dev.gatehouse.model.component.Grouping]. Null means that there is none.
public record Grouping(
        EntityRef ref, @Nullable EntityRef owner, @Nullable EntityRef parent) implements Fact {}
