package dev.gatehouse.model.reliability;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Relation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A time when something went wrong.
///
/// @param severity 1 is the worst
/// @param resolvedAt null while it lasts
public record Incident(
        EntityRef ref,
        @Nullable String title,
        int severity,
        Set<EntityRef> components,
        Instant startedAt,
        @Nullable Instant resolvedAt)
        implements Entity {
    public Incident {
        components = Ordered.copyOf(components);
    }

    @Override
    public List<Reference> references() {
        return components.stream()
                .map(component -> new Reference(Relation.HIT, component))
                .toList();
    }
}
