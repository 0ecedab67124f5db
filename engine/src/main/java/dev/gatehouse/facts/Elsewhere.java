package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another environment in which the change takes effect, and which was not known to be no production before it.
///
/// @param ref the environment
/// @param production whether customers depended on it before the change; for one that the change brings, whether they
/// do
///     after it; null is unknown
/// @param judgedInProduction whether the environment that the change is judged in was production before it; null is
///     unknown
/// @param own true for what stands in that environment alone, its deployments and itself; false for what holds in every
///     environment, which is everything else but incidents, initiatives and registered changes
/// @param altered what the change alters of it: the first by name, ten at most
/// @param count of all that it alters of it
public record Elsewhere(
        EntityRef ref,
        @Nullable Boolean production,
        @Nullable Boolean judgedInProduction,
        boolean own,
        List<EntityRef> altered,
        int count)
        implements Fact {
    public Elsewhere {
        altered = List.copyOf(altered);
    }
}
