package dev.gatehouse.cli.output;

import dev.gatehouse.findings.Score;
import dev.gatehouse.verdict.GateVerdict;
import java.util.List;

/// The answer for people: what was decided, why, and what to do, the worst first.
final class TableOutput implements Output {
    private static final int VERDICT = "needs-approval".length() + 2;

    private final Terminal terminal;

    TableOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String write(DecisionView view) {
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
        String checked = Wording.count((int) subjects, "subject") + " by "
                + Wording.count(gate.checked().size(), "rule");
        Score score = gate.score();
        return score == null ? checked : checked + ", score " + score.value().toPlainString() + " of 100";
    }

    private static void findings(Page page, DecisionView view) {
        RulingText text = new RulingText(page);
        for (GateVerdict gate : view.worstFirst()) {
            DecisionView.rulings(gate, Outcome.COUNTS)
                    .forEach(ruling -> text.write(gate.gate(), ruling, view.rule(ruling.ruleId())));
        }
    }
}
