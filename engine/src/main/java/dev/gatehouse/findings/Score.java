package dev.gatehouse.findings;

import java.math.BigDecimal;
import java.util.List;

/// A number that a rule gives a subject, with what it is made of. The gate's thresholds say what it leads to.
///
/// @param value from 0, nothing to fear, to 100
/// @param contributions each part, which sum up to the value unless it was capped
public record Score(String ruleId, BigDecimal value, List<Contribution> contributions) {
    public Score {
        contributions = List.copyOf(contributions);
    }

    /// One part of a score.
    public record Contribution(String name, BigDecimal points, String because) {}
}
