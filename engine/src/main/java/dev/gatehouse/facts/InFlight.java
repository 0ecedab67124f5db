package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.change.Window;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Another registered change in the same environment that shares something with this one.
///
/// @param ref the other change
/// @param shared the connectable entities that both touch, or that one touches and the other can hurt
/// @param overlaps whether the windows overlap; a change without a window overlaps every other
public record InFlight(
        EntityRef ref,
        @Nullable EntityRef requestedBy,
        @Nullable Window window,
        Set<EntityRef> shared,
        boolean overlaps)
        implements Fact {
    public InFlight {
        shared = Ordered.copyOf(shared);
    }
}
