package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.Report;
import dev.gatehouse.cli.output.report.RuleWords;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The findings of everything as they are shown.
///
/// @param environment its name
/// @param rules the words of the rules in force
public record FindingsView(String environment, List<GateVerdict> gates, Collection<RuleNote> rules)
        implements Reported {
    public FindingsView {
        gates = List.copyOf(gates);
        rules = List.copyOf(rules);
    }

    @Override
    public String table(Terminal terminal) {
        return new FindingsText(terminal).write(gates);
    }

    @Override
    public Object json() {
        return Map.of("gates", gates);
    }

    @Override
    public Report report() {
        Verdict verdict = Verdict.worst(gates.stream().map(GateVerdict::verdict).toList());
        return new Report(
                "findings/" + environment,
                "Findings in " + environment,
                verdict,
                Wording.tally(gates),
                null,
                List.of(new Report.Part(
                        "", "", verdict, gates.stream().map(FindingsView::told).toList(), List.of(), Written.NOWHERE)),
                RuleWords.of(rules),
                false,
                Map.of("verdict", verdict.word(), "environment", environment));
    }

    /// What is not known is told as such: a tool would take it for passed.
    private static GateVerdict told(GateVerdict gate) {
        return new GateVerdict(
                gate.gate(),
                gate.verdict(),
                gate.score(),
                gate.checked(),
                gate.findings(),
                gate.unknowns().stream().map(Unknown::ofEverything).toList(),
                gate.failed());
    }
}
