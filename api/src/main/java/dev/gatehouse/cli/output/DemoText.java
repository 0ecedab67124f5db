package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.document.Count;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells the decisions of the sample company one after the other, as they are made: each with its worst reason and the
/// path that proves it.
public final class DemoText {
    private static final int BODY = 2;
    private static final int PROOF = 4;

    private final Terminal terminal;
    private final PrintWriter out;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    public DemoText(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
    }

    public void begin() {
        print(new Page(terminal)
                .paragraph(
                        0,
                        "Wexmere, a mail-order pharmacy, asks of each of its changes: may this go ahead?",
                        Page.Style.BOLD));
    }

    public void change(DecisionRecord record) {
        Decision decision = record.judgement();
        counts.merge(decision.verdict(), 1, Integer::sum);
        DecisionView view = DecisionView.of(record, List.of());
        Page page = new Page(terminal)
                .blank()
                .entry("", decision.verdict().word(), Wording.style(decision.verdict()), view.title());
        view.worstFirst().stream()
                .filter(gate -> gate.verdict() != Verdict.ALLOW)
                .forEach(gate -> gate(page, gate));
        print(page);
    }

    private static void gate(Page page, GateVerdict gate) {
        GateView.failed(gate, false)
                .forEach((what, why) ->
                        page.paragraph(BODY, gate.gate() + " failed: " + what + ": " + why, Page.Style.PLAIN));
        gate.findings().stream()
                .filter(Ruling::counts)
                .max(Comparator.comparing(Ruling::level).thenComparing(Ruling::severity))
                .ifPresentOrElse(finding -> finding(page, gate, finding), () -> unknown(page, gate));
    }

    private static void finding(Page page, GateVerdict gate, Ruling finding) {
        String says = gate.gate() + " says " + gate.verdict().word() + ": ";
        page.paragraph(BODY, says + finding.message(), Page.Style.PLAIN);
        new PathDrawing(page.width() - PROOF)
                .draw(finding.path())
                .forEach(line -> page.line(PROOF, line, Page.Style.PLAIN));
        if (finding.measure() != null) {
            page.paragraph(PROOF, "measured: " + finding.measure().words(), Page.Style.PLAIN);
        }
    }

    private static void unknown(Page page, GateVerdict gate) {
        gate.unknowns().stream()
                .filter(Unknown::counts)
                .findFirst()
                .ifPresent(unknown -> page.paragraph(
                        BODY, gate.gate() + " cannot tell: " + Wording.unknown(unknown), Page.Style.PLAIN));
    }

    public void plan(PlanEvaluation evaluation) {
        out.println();
        out.print(new PlanText(terminal).write(evaluation));
        out.flush();
    }

    public void end() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String verdicts = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        print(new Page(terminal)
                .blank()
                .paragraph(0, Count.of(all, "change") + " decided: " + verdicts, Page.Style.BOLD));
    }

    /// What to try next: this ends with the demo, so a change is decided on its files.
    ///
    /// @param program as it is called
    /// @param company the folder of the sample, as a shell takes it
    /// @param change the file of a change in it
    /// @param story the day on which it is told
    public void next(String program, String company, String change, Instant story) {
        print(new Page(terminal)
                .blank()
                .paragraph(
                        0,
                        "The changes lie in " + company + "/changes, the architecture in " + company + "/catalog. Edit"
                                + " one, decide on it again, and have it explained by the id that check tells:",
                        Page.Style.PLAIN)
                .line(BODY, program + " check --at " + story + " \\", Page.Style.PLAIN)
                .line(PROOF, "--catalog " + company + "/catalog " + company + "/waivers.yaml \\", Page.Style.PLAIN)
                .line(PROOF, "--change " + company + "/" + change, Page.Style.PLAIN)
                .line(BODY, program + " explain ID", Page.Style.PLAIN));
    }

    private void print(Page page) {
        out.print(page);
        out.flush();
    }
}
