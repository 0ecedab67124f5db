package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the change can hurt: everything that needs what it touches, directly or not, before or after.
///
/// @param ref the change
/// @param affected how many, without the touched themselves
/// @param failing of these, how many are reached by hard dependencies alone
/// @param byTier how many of each tier; key 0 counts those whose tier is unknown
/// @param nearest the most critical affected, at most ten, with the path that proves each
public record Blast(EntityRef ref, int affected, int failing, Map<Integer, Integer> byTier, List<Affected> nearest)
        implements Fact {
    public Blast {
        byTier = Ordered.copyOf(byTier);
        nearest = List.copyOf(nearest);
    }

    /// One affected entity.
    public record Affected(EntityRef component, @Nullable Integer tier, int distance, List<Hop> path) {
        public Affected {
            path = List.copyOf(path);
        }
    }
}
