package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Data comes from the other to the subject. Attributes as in
/// [Flow][dev.gatehouse.model.component.Flow].
///
/// @param ref the flow
/// @param subject the component itself; on the sheet of a system the member
public record Receives(
        EntityRef ref,
        EntityRef subject,
        Brief other,
        Set<String> carries,
        @Nullable String protocol,
        @Nullable String channel,
        Set<String> tags)
        implements Fact, Edge {
    public Receives {
        carries = Ordered.copyOf(carries);
        tags = Ordered.copyOf(tags);
    }

    @Override
    public Hop hop() {
        return new Hop(other.ref(), ref, subject);
    }
}
