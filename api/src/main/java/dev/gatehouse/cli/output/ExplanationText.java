package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Outcome;
import dev.gatehouse.cli.output.report.RuleWords;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Score;
import dev.gatehouse.model.Word;
import dev.gatehouse.usecase.Explain.Explanation;
import dev.gatehouse.usecase.Explain.Fix;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import java.time.Instant;
import java.util.List;

/// Why a decision came out as it did, in words: what was found, why it matters, what proves it and how old
/// that is, what would turn it green, and who may decide otherwise.
public final class ExplanationText {
    private static final int BODY = 3;
    private static final int LABEL = 17;

    private final Terminal terminal;

    public ExplanationText(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The whole text, ending in a line break.
    ///
    /// @param inFile whether the record is kept in a file
    public String write(Explanation explanation, boolean inFile) {
        DecisionView view = DecisionView.of(explanation.decision(), explanation.rules())
                .kept(inFile)
                .approved(explanation.approval());
        Page page = new Page(terminal);
        DecisionPage shared = new DecisionPage(page, view);
        shared.header();
        shared.failures();
        int number = 1;
        for (GateVerdict gate : view.worstFirst()) {
            for (Ruling ruling : GateView.rulings(gate, Outcome.COUNTS).toList()) {
                String label = number++ + ". ";
                page.blank().paragraph(label, Math.max(BODY, label.length()), ruling.message(), Page.Style.BOLD);
                Paragraph paragraph = new Paragraph(page, view, ruling);
                paragraph.matter(gate.gate());
                paragraph.proof();
                paragraph.green(explanation.fixes());
                labelled(page, "Who may decide", mayDecide(ruling, shared.approve()));
            }
        }
        scores(page, view);
        shared.allUnknowns();
        shared.lists();
        return page.toString();
    }

    /// What each score is made of, whether or not it reached a threshold.
    private static void scores(Page page, DecisionView view) {
        for (GateVerdict gate : view.worstFirst()) {
            Score score = gate.score();
            if (score != null) {
                page.blank()
                        .line(
                                0,
                                "Score of " + gate.gate() + ": " + score.value().toPlainString() + " of 100 ("
                                        + score.ruleId() + ")",
                                Page.Style.BOLD);
                Wording.largestFirst(score)
                        .forEach(part -> page.paragraph(
                                BODY,
                                "+" + part.points().toPlainString() + "  " + part.name() + ": " + part.because(),
                                Page.Style.PLAIN));
            }
        }
    }

    private static String mayDecide(Ruling ruling, String approve) {
        return switch (ruling.level()) {
            case ADVISORY -> "nobody has to: it is advice.";
            case SOFT -> approve + ".";
            case HARD ->
                "nobody approves it in the ordinary way; a waiver in the catalog accepts it for a time,"
                        + " and in an emergency break-glass overrides it.";
        };
    }

    private static void labelled(Page page, String label, String text) {
        page.paragraph(" ".repeat(BODY) + label, BODY + LABEL, text, Page.Style.PLAIN);
    }

    private record Paragraph(Page page, DecisionView view, Ruling ruling) {
        void matter(String gate) {
            RuleNote rule = view.rule(ruling.ruleId());
            String how = switch (ruling.level()) {
                case ADVISORY -> " advises against it";
                case SOFT -> " wants an approval";
                case HARD -> " denies it";
            };
            labelled(
                    page,
                    "What",
                    gate + how + ": " + rule.title() + " (" + ruling.ruleId() + ", " + Word.of(ruling.severity()) + ", "
                            + Word.of(ruling.status()) + ").");
            if (!rule.why().isEmpty()) {
                labelled(page, "Why it matters", rule.why());
            }
            if (!rule.controls().isEmpty()) {
                labelled(page, "Controls", RuleWords.controls(rule));
            }
        }

        void proof() {
            List<String> drawing = new PathDrawing(page.width() - BODY - LABEL).draw(ruling.path());
            for (int i = 0; i < drawing.size(); i++) {
                String label = " ".repeat(BODY) + (i == 0 ? "Proof" : "");
                page.line(0, label + " ".repeat(BODY + LABEL - label.length()) + drawing.get(i), Page.Style.PLAIN);
            }
            Measure measure = ruling.measure();
            if (measure != null) {
                labelled(page, "Measured", measure.words());
            }
            for (int i = 0; i < ruling.facts().size(); i++) {
                labelled(page, i == 0 ? "Facts" : "", fact(ruling.facts().get(i)));
            }
        }

        private String fact(Ruling.CitedFact fact) {
            Instant clock = view.decision().clock();
            String source = fact.source();
            String said = source == null ? "the change" : Wording.place(fact);
            Instant readAt = source == null ? null : view.record().readings().get(source);
            Instant observedAt = fact.observedAt();
            return Wording.fact(fact)
                    + (observedAt == null ? "" : ", measured " + Wording.age(observedAt, clock))
                    + (fact.guessed() ? ", guessed from " + said : ", as " + said + " says")
                    + (readAt == null ? "" : ", read " + Wording.age(readAt, clock))
                    + ".";
        }

        void green(List<Fix> fixes) {
            List<Fix> proven = fixes.stream()
                    .filter(fix -> fix.finding().equals(ruling.key()))
                    .toList();
            for (int i = 0; i < proven.size(); i++) {
                labelled(page, i == 0 ? "Turns it green" : "", proven.get(i).operation());
                labelled(page, "", proven(proven.get(i)));
            }
            String usual = view.rule(ruling.ruleId()).remediation();
            if (proven.isEmpty() && !usual.isEmpty()) {
                labelled(page, "Usual remedy", usual + " (Not tried on this change.)");
            }
        }

        private static String proven(Fix fix) {
            String then = "; the whole verdict is then " + fix.verdict().word();
            return "(Proven: deciding again with it turned the finding off" + then + ".)";
        }
    }
}
