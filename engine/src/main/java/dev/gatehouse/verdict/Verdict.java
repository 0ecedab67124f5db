package dev.gatehouse.verdict;

import dev.gatehouse.model.Word;
import java.util.Collection;
import java.util.Comparator;

/// A gate's answer. The order is from good to bad: of several the worst wins.
public enum Verdict {
    ALLOW,
    WARN,
    /// Somebody must consent first.
    NEEDS_APPROVAL,
    /// What must be known is not known.
    INCONCLUSIVE,
    DENY,
    /// A part that judges failed.
    ERROR;

    /// The worst of them; allow where there are none.
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(ALLOW);
    }

    /// `needs-approval`
    public String word() {
        return Word.of(this);
    }
}
