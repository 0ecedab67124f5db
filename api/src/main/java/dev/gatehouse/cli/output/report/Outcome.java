package dev.gatehouse.cli.output.report;

import dev.gatehouse.findings.Comparison;
import dev.gatehouse.verdict.Ruling;

/// What became of a finding.
public enum Outcome {
    /// It weighs on the verdict.
    COUNTS,
    /// The change does away with it.
    RESOLVED,
    APPROVED,
    WAIVED,
    /// Its rule only runs in shadow.
    SHADOW,
    /// It was there before and is not the change's to answer for.
    OLD;

    static Outcome of(Ruling ruling) {
        if (ruling.counts()) {
            return COUNTS;
        }
        if (ruling.status() == Comparison.Status.RESOLVED) {
            return RESOLVED;
        }
        if (ruling.approval() != null) {
            return APPROVED;
        }
        if (ruling.waiver() != null) {
            return WAIVED;
        }
        return ruling.shadow() ? SHADOW : OLD;
    }
}
