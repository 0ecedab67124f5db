package dev.gatehouse.verdict;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The judgement of a change: a pure function of its matter and the judges. Its canonical JSON is what replay
/// compares.
///
/// @param covers digest of the change and of what needs approval in it: what an approval is bound to
/// @param digests of everything that went in, by name
/// @param gates sorted by name
public record Decision(
        Verdict verdict,
        Change change,
        Actor actor,
        EntityRef environment,
        Instant clock,
        String covers,
        Map<String, String> digests,
        List<GateVerdict> gates) {
    public Decision {
        digests = Ordered.copyOf(digests);
        gates = List.copyOf(gates);
    }
}
