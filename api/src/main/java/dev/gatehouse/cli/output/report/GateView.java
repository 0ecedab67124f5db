package dev.gatehouse.cli.output.report;

import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a gate said, sorted by what became of it.
public final class GateView {
    /// The worst level and severity first.
    public static final Comparator<Ruling> WORST_FIRST = Comparator.comparing(Ruling::level)
            .thenComparing(Ruling::severity)
            .reversed()
            .thenComparing(Ruling::ruleId)
            .thenComparing(Ruling::subject);

    private GateView() {}

    /// Why what made a gate's verdict an error could not be judged, by rule; or what only failed in shadow.
    public static Map<String, String> failed(GateVerdict gate, boolean shadow) {
        Map<String, String> failed = new TreeMap<>();
        gate.failed().forEach((rule, failure) -> {
            if (failure.shadow() == shadow) {
                failed.put(rule, failure.why());
            }
        });
        return failed;
    }

    /// What a gate had to know and did not; what only rules in shadow asked for is not in it.
    public static List<Unknown> unknown(GateVerdict gate) {
        return gate.unknowns().stream().filter(Unknown::counts).toList();
    }

    /// What a gate found with that outcome, the worst first.
    public static Stream<Ruling> rulings(GateVerdict gate, Outcome outcome) {
        return gate.findings().stream()
                .filter(ruling -> Outcome.of(ruling) == outcome)
                .sorted(WORST_FIRST);
    }
}
