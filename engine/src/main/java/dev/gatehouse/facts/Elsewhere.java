package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another environment in which the change takes effect, and which is not known to be no production.
///
/// @param ref the environment
/// @param production whether customers depend on it; null is unknown
/// @param own true for what stands in that environment alone, its deployments and itself; false for what holds in every
///     environment, which is everything else
/// @param altered what the change alters of it: at least one, sorted
public record Elsewhere(EntityRef ref, @Nullable Boolean production, boolean own, List<EntityRef> altered)
        implements Fact {
    public Elsewhere {
        altered = List.copyOf(altered);
    }
}
