package dev.gatehouse.verdict;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The judgement of a change: a pure function of its matter and the judges. Its canonical JSON is what replay
/// compares.
///
/// @param covers digest of the change and of what needs approval in it: what an approval is bound to
/// @param digests of everything that went in, by name: `architecture`, `rules`, `policies`, `policies:<pack>`, `gates`,
///     `waivers`, `approvals`
/// @param engines version of each engine that judged, by its word
/// @param gates sorted by name
/// @param own approval of who asks, where no other holds: it lifts nothing for them, since nobody approves their own
public record Decision(
        Verdict verdict,
        Change change,
        Actor actor,
        EntityRef environment,
        Instant clock,
        String covers,
        Map<String, String> digests,
        Map<String, String> engines,
        List<GateVerdict> gates,
        @Nullable Approval own) {
    public Decision {
        digests = Ordered.copyOf(digests);
        engines = Ordered.copyOf(engines);
        gates = List.copyOf(gates);
    }

    /// Whether the same goes ahead once an approval overrides what it can: nothing else objects, fails or is unknown.
    ///
    /// @param breakGlass whether it overrides hard objections too
    public boolean goesAheadWhenApproved(boolean breakGlass) {
        return gates.stream()
                .allMatch(gate -> gate.failed().values().stream().allMatch(Failure::shadow)
                        && gate.unknowns().stream().noneMatch(Unknown::counts)
                        && gate.findings().stream()
                                .filter(Ruling::counts)
                                .allMatch(ruling -> ruling.level() == Level.ADVISORY || ruling.yieldsTo(breakGlass)));
    }

    /// What all gates found, gate after gate.
    public Stream<Ruling> findings() {
        return gates.stream().flatMap(gate -> gate.findings().stream());
    }
}
