package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer to a rule's path question that begins at the subject.
///
/// @param ref the subject
/// @param rule whose question it answers
/// @param to where the path ends; null says that there is no path
/// @param measure the folded value where the question folds one
public record Path(
        EntityRef ref,
        String rule,
        @Nullable EntityRef to,
        List<Hop> path,
        @Nullable BigDecimal measure) implements Fact {
    public Path {
        path = List.copyOf(path);
    }

    /// True when the question found a path.
    public boolean found() {
        return to != null;
    }
}
