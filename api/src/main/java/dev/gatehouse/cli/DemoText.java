package dev.gatehouse.cli;

import dev.gatehouse.cli.output.PathDrawing;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Tells the decisions of the sample company one after the other, each with its worst reason and the path that proves
/// it.
public final class DemoText {
    private static final int INDENT = 4;

    private final Console console;
    private final Map<String, Integer> counts = new TreeMap<>();

    public DemoText(Console console) {
        this.console = console;
    }

    public void begin() {
        line("Wexmere, a mail-order pharmacy, asks of each of its changes: may this go ahead?");
    }

    public void change(DecisionRecord record) {
        Decision decision = record.judgement();
        count(decision.verdict().word());
        line("");
        line(decision.verdict().word().toUpperCase(Locale.ROOT) + "  "
                + Objects.requireNonNullElse(
                        decision.change().title(), decision.change().ref().shortName()));
        decision.gates().stream()
                .filter(gate -> gate.verdict().compareTo(Verdict.ALLOW) > 0)
                .sorted(Comparator.comparing(GateVerdict::verdict).reversed())
                .forEach(this::gate);
    }

    private void gate(GateVerdict gate) {
        gate.failed().forEach((what, failure) -> {
            if (!failure.shadow()) {
                line("  " + gate.gate() + " failed: " + what + ": " + failure.why());
            }
        });
        gate.findings().stream()
                .filter(Ruling::counts)
                .max(Comparator.comparing(Ruling::level).thenComparing(Ruling::severity))
                .ifPresentOrElse(finding -> finding(gate, finding), () -> unknown(gate));
    }

    private void finding(GateVerdict gate, Ruling finding) {
        line("  " + gate.gate() + " says " + gate.verdict().word() + ": " + finding.message());
        new PathDrawing(console.terminal().width() - INDENT)
                .draw(finding.path())
                .forEach(drawn -> line("    " + drawn));
        if (finding.measure() != null) {
            line("    measured: " + finding.measure());
        }
    }

    private void unknown(GateVerdict gate) {
        gate.unknowns().stream()
                .filter(Unknown::counts)
                .findFirst()
                .ifPresent(unknown -> line("  " + gate.gate() + " cannot tell: " + unknown.what() + " of "
                        + unknown.about().shortName() + " is "
                        + unknown.why().name().toLowerCase(Locale.ROOT)
                        + " (" + unknown.ruleId() + ")"));
    }

    public void plan(PlanEvaluation evaluation) {
        line("");
        new PlanText(console.terminal()).write(evaluation).lines().forEach(this::line);
    }

    public void end() {
        line("");
        line("Decided: " + counts);
        console.out().flush();
    }

    private void count(String verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }

    private void line(String line) {
        console.out().println(line);
    }
}
