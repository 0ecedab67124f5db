package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Relation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where data goes, from sender to receiver, whichever of the two calls. A pair can have several.
///
/// @param carries classifications of the payload; empty means nothing classified
/// @param channel the topic, queue or file that it goes through
/// @param tags `encrypted`, `authenticated`, `anonymised`, …
public record Flow(
        EntityRef ref,
        EntityRef from,
        EntityRef to,
        Set<String> carries,
        @Nullable String protocol,
        @Nullable String channel,
        Set<String> tags)
        implements Entity {
    public Flow {
        carries = Ordered.copyOf(carries);
        tags = Ordered.copyOf(tags);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference(Relation.FLOW_FROM, from), new Reference(Relation.FLOW_TO, to));
    }
}
