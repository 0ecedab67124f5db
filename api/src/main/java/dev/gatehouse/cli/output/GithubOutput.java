package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.DecisionView.Outcome;
import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Workflow commands of GitHub Actions, which shows them beside the lines that they name; the last one sums
/// up. The worst come first, since GitHub shows only the first ten of a step.
///
/// What stops the change is an error, what an approval lifts a warning, advice a notice. Escaping is that of
/// GitHub's own toolkit: `%` and line breaks in messages, in properties colon and comma too.
final class GithubOutput implements Output {
    @Override
    public String write(DecisionView view) {
        List<Command> commands = new ArrayList<>();
        for (GateVerdict gate : view.worstFirst()) {
            DecisionView.failed(gate, false)
                    .forEach((rule, why) -> commands.add(
                            new Command("error", null, gate.gate() + " failed", List.of(rule + ": " + why))));
            DecisionView.unknown(gate)
                    .forEach(unknown -> commands.add(new Command(
                            "error",
                            null,
                            gate.gate() + ": not known",
                            List.of(Wording.unknown(unknown) + "; " + Wording.cure(unknown)))));
        }
        view.rulings(Outcome.COUNTS).forEach(ruling -> commands.add(finding(view, ruling)));
        Verdict verdict = view.decision().verdict();
        commands.add(new Command(
                word(verdict),
                null,
                "Gatehouse: " + verdict.word(),
                List.of(view.title() + ": " + Wording.tally(view.decision().gates()))));
        return commands.stream().map(Command::toString).collect(Collectors.joining());
    }

    private static Command finding(DecisionView view, Ruling ruling) {
        RuleNote rule = view.rule(ruling.ruleId());
        List<String> lines = new ArrayList<>();
        lines.add(ruling.message());
        Measure measure = ruling.measure();
        if (measure != null) {
            lines.add(measure.toString());
        }
        if (!ruling.path().isEmpty()) {
            lines.add(PathDrawing.line(ruling.path()));
        }
        if (!rule.remediation().isEmpty()) {
            lines.add("To do: " + rule.remediation());
        }
        return new Command(word(ruling.level().verdict()), Place.of(ruling).orElse(null), rule.title(), lines);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case ALLOW, WARN -> "notice";
            case NEEDS_APPROVAL -> "warning";
            case INCONCLUSIVE, DENY, ERROR -> "error";
        };
    }

    private record Command(String word, @Nullable Place place, String title, List<String> lines) {
        @Override
        public String toString() {
            String at = place == null ? "" : "file=" + property(place.file()) + ",line=" + place.line() + ",";
            String data = lines.stream().map(SafeText::line).collect(Collectors.joining("\n"));
            return "::" + word + " " + at + "title=" + property(title) + "::" + escaped(data) + "\n";
        }

        private static String property(String value) {
            return escaped(SafeText.line(value)).replace(":", "%3A").replace(",", "%2C");
        }

        private static String escaped(String value) {
            return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        }
    }
}
