package dev.gatehouse.model.change;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change that is known to the graph, so that others can see it in flight beside them.
///
/// @param digest of the change as it was judged
/// @param touches the connectable entities that it names or alters, of those that exist
/// @param expires from then on it is no longer in flight
public record RegisteredChange(
        EntityRef ref,
        @Nullable String title,
        State state,
        EntityRef environment,
        @Nullable EntityRef requestedBy,
        @Nullable Window window,
        @Nullable EntityRef initiative,
        String digest,
        Set<EntityRef> touches,
        Instant registeredAt,
        Instant expires)
        implements Entity {
    public RegisteredChange {
        touches = Ordered.copyOf(touches);
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        touches.forEach(target -> references.add(new Reference(Relation.TOUCHES, target)));
        if (initiative != null) {
            references.add(new Reference(Relation.SERVES, initiative));
        }
        return references;
    }

    /// True while others must reckon with it.
    public boolean inFlight() {
        return state == State.PROPOSED || state == State.APPROVED || state == State.IN_FLIGHT;
    }

    /// The life of a registered change.
    public enum State {
        PROPOSED,
        APPROVED,
        IN_FLIGHT,
        DONE,
        DROPPED
    }
}
