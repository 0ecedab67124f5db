package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.component.Criticality;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The other needs the subject: a dependency that ends at it. Attributes as in
/// [Dependency][dev.gatehouse.model.component.Dependency].
///
/// @param ref the dependency
/// @param subject the component itself; on the sheet of a system the member
public record NeededBy(
        EntityRef ref,
        EntityRef subject,
        Brief other,
        @Nullable Criticality criticality,
        @Nullable String anyOf,
        @Nullable String protocol,
        @Nullable Duration timeout,
        @Nullable Integer retries,
        @Nullable Boolean circuitBreaker,
        @Nullable Boolean fallback,
        Set<String> tags,
        @Nullable Instant observedAt)
        implements Fact, Edge {
    public NeededBy {
        tags = Ordered.copyOf(tags);
    }

    @Override
    public Hop hop() {
        return new Hop(other.ref(), ref, subject);
    }

    /// Seen in traffic rather than declared.
    public boolean observed() {
        return observedAt != null;
    }
}
