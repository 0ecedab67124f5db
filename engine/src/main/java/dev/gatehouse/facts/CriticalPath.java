package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Exact;
import java.math.BigDecimal;
import java.util.List;

/// The worst way through the subject's dependencies by a measure: `latency` (milliseconds, summed) or `retries`
/// (attempts, multiplied). See [WorstPath][dev.gatehouse.graph.traversal.WorstPath].
///
/// @param ref the subject
/// @param total a lower bound while something is unknown
/// @param unknown components or dependencies whose value is not known
public record CriticalPath(EntityRef ref, String measure, BigDecimal total, List<Hop> path, List<EntityRef> unknown)
        implements Fact {
    public CriticalPath {
        total = Exact.of(total);
        path = List.copyOf(path);
        unknown = List.copyOf(unknown);
    }
}
