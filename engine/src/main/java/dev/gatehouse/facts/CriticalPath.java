package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.math.BigDecimal;
import java.util.List;

/// The worst way through the subject's dependencies by a measure: `latency` (milliseconds, summed) or `retries`
/// (attempts, multiplied).
///
/// @param ref the subject
/// @param complete false when a value on the way is unknown: then the true figure can only be higher
/// @param terms what each node on the way adds, in order
public record CriticalPath(
        EntityRef ref, String measure, BigDecimal total, boolean complete, List<Hop> path, List<Term> terms)
        implements Fact {
    public CriticalPath {
        path = List.copyOf(path);
        terms = List.copyOf(terms);
    }

    /// What one node adds.
    public record Term(EntityRef component, BigDecimal amount) {}
}
