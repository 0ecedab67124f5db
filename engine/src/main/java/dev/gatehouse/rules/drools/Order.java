package dev.gatehouse.rules.drools;

import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Score;
import java.util.Comparator;

/// The order of a judgement, so that the same sheet gives the same bytes.
final class Order {
    static final Comparator<Finding> FINDINGS = Comparator.comparing(Finding::ruleId)
            .thenComparing(finding -> finding.key().toString())
            .thenComparing(finding -> finding.path().toString())
            .thenComparing(Finding::message)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::toString);

    static final Comparator<Score.Contribution> CONTRIBUTIONS = Comparator.comparing(Score.Contribution::name)
            .thenComparing(Score.Contribution::because)
            .thenComparing(Score.Contribution::points);

    private Order() {}
}
