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
/// @param state what was done about it; [#stateAt] adds what time does
/// @param decision the id of the one that it was registered with, whose record holds its operations
/// @param digest of the change as it was judged
/// @param touches the connectable entities that it names or alters, of those that exist
/// @param expires from then on it is dropped, unless it was done
public record RegisteredChange(
        EntityRef ref,
        @Nullable String title,
        State state,
        EntityRef environment,
        @Nullable EntityRef requestedBy,
        @Nullable Window window,
        @Nullable EntityRef initiative,
        @Nullable String decision,
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

    /// How far it is at a time: what is approved is in flight once its window begins, or at once where it has none;
    /// what is not done by its end is dropped.
    public State stateAt(Instant time) {
        if (state == State.DONE || state == State.DROPPED) {
            return state;
        }
        if (!expires.isAfter(time)) {
            return State.DROPPED;
        }
        boolean begun = window == null || !window.start().isAfter(time);
        return state == State.APPROVED && begun ? State.IN_FLIGHT : state;
    }

    /// True while others must reckon with it.
    public boolean isOpenAt(Instant time) {
        State now = stateAt(time);
        return now != State.DONE && now != State.DROPPED;
    }

    /// The same in another state.
    public RegisteredChange as(State other) {
        return new RegisteredChange(
                ref,
                title,
                other,
                environment,
                requestedBy,
                window,
                initiative,
                decision,
                digest,
                touches,
                registeredAt,
                expires);
    }

    /// The life of a registered change.
    public enum State {
        /// Its decision does not let it go ahead yet.
        PROPOSED,
        /// It may go ahead.
        APPROVED,
        /// It is being made; told by the time alone, so never kept.
        IN_FLIGHT,
        /// An import showed it.
        DONE,
        /// It was rejected, or its time is over.
        DROPPED
    }
}
