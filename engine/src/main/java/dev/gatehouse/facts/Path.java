package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Exact;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer to a rule's path question that begins at the subject.
///
/// @param ref the subject
/// @param rule whose question it answers
/// @param to where the path ends; null says that there is no path
/// @param measure the folded value where the question folds one
/// @param unknown entities of which a value that the answer needs is not known; then the answer may not hold
public record Path(
        EntityRef ref,
        String rule,
        @Nullable EntityRef to,
        List<Hop> path,
        @Nullable BigDecimal measure,
        List<EntityRef> unknown)
        implements Fact {
    public Path {
        path = List.copyOf(path);
        measure = Exact.ofNullable(measure);
        unknown = List.copyOf(unknown);
    }

    /// True when the question found a path, and everything about it is known.
    public boolean found() {
        return to != null && unknown.isEmpty();
    }
}
