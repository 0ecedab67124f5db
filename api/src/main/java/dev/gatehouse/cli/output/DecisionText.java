package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Outcome;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.document.Count;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Score;
import dev.gatehouse.model.Word;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The answer for people: what was decided, why, and what to do, the worst first.
final class DecisionText {
    private static final int VERDICT = "needs-approval".length() + 2;

    private final Terminal terminal;

    DecisionText(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The whole text, ending in a line break.
    String write(DecisionView view) {
        Page page = new Page(terminal);
        DecisionPage shared = new DecisionPage(page, view);
        shared.header();
        gates(page, view);
        shared.failures();
        findings(page, view);
        shared.unknowns();
        shared.lists();
        return page.toString();
    }

    private static void gates(Page page, DecisionView view) {
        if (view.decision().gates().isEmpty()) {
            return;
        }
        page.blank();
        int widest = view.decision().gates().stream()
                .mapToInt(gate -> Page.length(SafeText.line(gate.gate())))
                .max()
                .orElse(0);
        for (GateVerdict gate : view.worstFirst()) {
            String name = SafeText.line(gate.gate());
            String label = name + " ".repeat(widest - Page.length(name) + 2);
            page.entry(label, gate.verdict().word(), Wording.style(gate.verdict()), VERDICT, checked(gate));
        }
    }

    private static String checked(GateVerdict gate) {
        long subjects = gate.checked().values().stream()
                .flatMap(List::stream)
                .distinct()
                .count();
        String checked =
                Count.of(subjects, "subject") + " by " + Count.of(gate.checked().size(), "rule");
        Score score = gate.score();
        return score == null
                ? checked
                : checked + ", score " + score.value().toPlainString() + " of 100" + parts(score);
    }

    private static String parts(Score score) {
        return score.contributions().isEmpty()
                ? ""
                : Wording.largestFirst(score)
                        .map(part -> part.name() + " " + part.points().toPlainString())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static void findings(Page page, DecisionView view) {
        RulingText text = new RulingText(page);
        for (GateVerdict gate : view.worstFirst()) {
            GateView.rulings(gate, Outcome.COUNTS)
                    .forEach(ruling -> text.write(gate.gate(), ruling, view.rule(ruling.ruleId())));
        }
    }

    /// Writes one finding of the table, with all that proves it.
    private static final class RulingText {
        private static final int BODY = 4;
        private static final int LABEL = 8;

        private final Page page;

        RulingText(Page page) {
            this.page = page;
        }

        void write(String gate, Ruling ruling, RuleNote rule) {
            Verdict leadsTo = ruling.level().verdict();
            String kind = Word.of(ruling.severity()) + ", " + Word.of(ruling.status());
            page.blank()
                    .entry(
                            "  ",
                            leadsTo.word(),
                            Wording.style(leadsTo),
                            gate + ": " + ruling.ruleId() + " (" + kind + ")");
            page.paragraph(BODY, ruling.message(), Page.Style.BOLD);
            Measure measure = ruling.measure();
            if (measure != null) {
                page.paragraph(BODY, measure.words(), Page.Style.PLAIN);
            }
            new PathDrawing(page.width() - BODY)
                    .draw(ruling.path())
                    .forEach(line -> page.line(BODY, line, Page.Style.PLAIN));
            ruling.facts().forEach(fact -> labelled("fact", fact(fact), Page.Style.DIM));
            if (ruling.expired() != null) {
                labelled("waiver", ruling.expired() + " accepted it, but has expired", Page.Style.PLAIN);
            }
            if (!rule.remediation().isEmpty()) {
                labelled("to do", rule.remediation(), Page.Style.PLAIN);
            }
        }

        private static String fact(Ruling.CitedFact fact) {
            String place = fact.place() != null ? fact.place() : fact.source();
            String observed = fact.observedAt() == null ? "" : ", measured " + Wording.time(fact.observedAt());
            return Wording.fact(fact) + " (" + (fact.guessed() ? "guessed from " : "")
                    + Objects.requireNonNullElse(place, "the change") + observed + ")";
        }

        private void labelled(String label, String text, Page.Style style) {
            page.paragraph(" ".repeat(BODY) + label, BODY + LABEL, text, style);
        }
    }
}
