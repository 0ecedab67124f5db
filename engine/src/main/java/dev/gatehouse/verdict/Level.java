package dev.gatehouse.verdict;

/// What a finding that counts leads to.
public enum Level {
    /// It is told.
    ADVISORY(Verdict.WARN),
    /// An approval overrides it.
    SOFT(Verdict.NEEDS_APPROVAL),
    /// It stops the change.
    HARD(Verdict.DENY);

    private final Verdict verdict;

    Level(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
