package dev.gatehouse.cli.output;

import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.List;

/// What a verdict is made of, counted.
///
/// @param unknown things not known that count
/// @param failed rules or gates that could not be judged
record Tally(int denying, int approvable, int advisory, int unknown, int failed) {
    static Tally of(Decision decision) {
        return of(decision.gates());
    }

    static Tally of(List<GateVerdict> gates) {
        return new Tally(
                counting(gates, Level.HARD),
                counting(gates, Level.SOFT),
                counting(gates, Level.ADVISORY),
                gates.stream()
                        .mapToInt(gate -> DecisionView.unknown(gate).size())
                        .sum(),
                gates.stream()
                        .mapToInt(gate -> DecisionView.failed(gate).size())
                        .sum());
    }

    private static int counting(List<GateVerdict> gates, Level level) {
        return (int) gates.stream()
                .flatMap(gate -> gate.findings().stream())
                .filter(Ruling::counts)
                .filter(ruling -> ruling.level() == level)
                .count();
    }

    /// `2 findings deny it, 1 finding needs approval, 1 thing is not known.`
    String sentence() {
        List<String> parts = new ArrayList<>();
        add(parts, denying, "finding denies it", "findings deny it");
        add(parts, approvable, "finding needs approval", "findings need approval");
        add(parts, advisory, "finding is advice", "findings are advice");
        add(parts, unknown, "thing is not known", "things are not known");
        add(parts, failed, "rule could not be judged", "rules could not be judged");
        return parts.isEmpty() ? "Nothing speaks against it." : String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }
}
