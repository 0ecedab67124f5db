package dev.gatehouse.verdict;

import dev.gatehouse.findings.Score;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One gate's answer, and all that it looked at.
///
/// @param score the worst that a rule of the gate gave, or null
/// @param checked by rule: the subjects that it was asked about
/// @param findings sorted by rule, subject and key
/// @param unknowns what was not known; those that count make the gate inconclusive
/// @param failed by rule, or by `gate` for the gate itself: why it could not be judged; what failed in shadow too
public record GateVerdict(
        String gate,
        Verdict verdict,
        @Nullable Score score,
        Map<String, List<EntityRef>> checked,
        List<Ruling> findings,
        List<Unknown> unknowns,
        Map<String, Failure> failed) {
    public GateVerdict {
        checked = Ordered.copyOf(checked);
        findings = List.copyOf(findings);
        unknowns = List.copyOf(unknowns);
        failed = Ordered.copyOf(failed);
    }
}
