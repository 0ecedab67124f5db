package dev.gatehouse.graph.question;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One end that a path question found.
///
/// @param path from the start, in the order walked; the shortest, or the worst where the question folds
/// @param measure the folded value, durations in seconds; null where the question folds nothing
/// @param unknown sorted; where it is not empty the answer may not hold, or its measure be greater
public record Answer(List<Hop> path, EntityRef to, @Nullable BigDecimal measure, List<Unknown> unknown) {
    public Answer {
        path = List.copyOf(path);
        unknown = List.copyOf(unknown);
    }

    /// True when nothing is unknown.
    public boolean certain() {
        return unknown.isEmpty();
    }
}
