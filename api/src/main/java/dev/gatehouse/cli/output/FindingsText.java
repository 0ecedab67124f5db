package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.document.Count;
import dev.gatehouse.model.Word;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import java.util.List;

/// The findings of everything, gate by gate, for people. What is waived or in shadow stands among them and
/// says so.
public final class FindingsText {
    private static final String SHADOW = "shadow";

    private final Terminal terminal;

    public FindingsText(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The whole text, ending in a line break.
    public String write(List<GateVerdict> gates) {
        Page page = new Page(terminal);
        int findings = gates.stream().mapToInt(gate -> gate.findings().size()).sum();
        int unknowns = gates.stream().mapToInt(gate -> gate.unknowns().size()).sum();
        page.line(
                0,
                (findings == 0 ? "No findings" : Count.of(findings, "finding"))
                        + (unknowns == 0 ? "." : ", " + unknowns + " unknown."),
                Page.Style.BOLD);
        gates.forEach(gate -> write(page, gate));
        return page.toString();
    }

    private static void write(Page page, GateVerdict gate) {
        if (gate.findings().isEmpty()
                && gate.failed().isEmpty()
                && gate.unknowns().isEmpty()) {
            return;
        }
        page.blank().line(0, gate.gate(), Page.Style.BOLD);
        gate.failed()
                .forEach((rule, failure) -> page.entry(
                        "  ",
                        failure.shadow() ? SHADOW : Verdict.ERROR.word(),
                        Wording.style(Verdict.ERROR),
                        rule + ": " + failure.why()));
        gate.findings().stream().sorted(GateView.WORST_FIRST).forEach(ruling -> write(page, ruling));
        gate.unknowns().forEach(unknown -> write(page, unknown));
    }

    private static void write(Page page, Ruling ruling) {
        Verdict leadsTo = ruling.level().verdict();
        page.entry(
                "  ",
                leadsTo.word(),
                Wording.style(leadsTo),
                ruling.ruleId() + " on " + Wording.name(ruling.subject()) + " (" + Word.of(ruling.severity()) + ")"
                        + accepted(ruling));
        page.paragraph(4, ruling.message(), Page.Style.PLAIN);
    }

    private static void write(Page page, Unknown unknown) {
        page.entry(
                "  ",
                unknown.shadow() ? SHADOW : Verdict.INCONCLUSIVE.word(),
                Wording.style(Verdict.INCONCLUSIVE),
                Wording.unknown(unknown));
    }

    private static String accepted(Ruling ruling) {
        if (ruling.waiver() != null) {
            return ", waived by " + ruling.waiver().id();
        }
        return ruling.shadow() ? ", in shadow" : "";
    }
}
