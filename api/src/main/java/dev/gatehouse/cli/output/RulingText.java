package dev.gatehouse.cli.output;

import dev.gatehouse.facts.Measure;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;

/// Writes one finding of the table, with all that proves it.
final class RulingText {
    private static final int BODY = 4;
    private static final int LABEL = 8;

    private final Page page;

    RulingText(Page page) {
        this.page = page;
    }

    void write(String gate, Ruling ruling, RuleNote rule) {
        Verdict leadsTo = ruling.level().verdict();
        String kind = Wording.word(ruling.severity()) + ", " + Wording.word(ruling.status());
        page.blank()
                .entry("  ", leadsTo.word(), Wording.style(leadsTo), gate + ": " + ruling.ruleId() + " (" + kind + ")");
        page.paragraph(BODY, ruling.message(), Page.Style.BOLD);
        Measure measure = ruling.measure();
        if (measure != null) {
            page.paragraph(BODY, measure.toString(), Page.Style.PLAIN);
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
        String source = fact.source() == null ? "the change" : fact.source();
        String observed = fact.observedAt() == null ? "" : ", measured " + Wording.time(fact.observedAt());
        return Wording.fact(fact) + " (" + source + observed + ")";
    }

    private void labelled(String label, String text, Page.Style style) {
        page.paragraph(" ".repeat(BODY) + label, BODY + LABEL, text, style);
    }
}
