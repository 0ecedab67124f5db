package dev.gatehouse.cli.output.report;

import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.tool.GithubCommand;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Workflow commands of GitHub Actions, which shows them beside the lines that they name; the last one sums
/// up. The worst come first, since GitHub shows only the first ten of a step.
///
/// What stops the change is an error, what an approval lifts a warning, advice a notice. Broken glass is a warning
/// although it stops nothing.
public final class GithubOutput {
    private GithubOutput() {}

    public static List<GithubCommand> of(Report report) {
        List<GithubCommand> commands = new ArrayList<>();
        report.worstFirst().forEach(part -> commands.addAll(unjudged(part)));
        report.worstFirst().forEach(part -> brokenGlass(part).forEach(commands::add));
        report.worstFirst().forEach(part -> findings(part, report.rules()).forEach(commands::add));
        report.worstFirst()
                .forEach(part -> part.notes()
                        .forEach(note -> commands.add(new GithubCommand(
                                word(note.verdict()), null, 0, part.before(note.what()), note.lines()))));
        Verdict verdict = report.verdict();
        commands.add(GithubCommand.of(
                word(verdict), "Gatehouse: " + verdict.word(), report.title() + ": " + report.summary()));
        return commands;
    }

    private static List<GithubCommand> unjudged(Report.Part part) {
        List<GithubCommand> commands = new ArrayList<>();
        for (GateVerdict gate : part.worstFirst()) {
            GateView.failed(gate, false)
                    .forEach((rule, why) -> commands.add(
                            GithubCommand.of("error", part.before(gate.gate() + " failed"), rule + ": " + why)));
            GateView.unknown(gate)
                    .forEach(unknown -> commands.add(GithubCommand.of(
                            "error",
                            part.before(gate.gate() + ": not known"),
                            Wording.unknown(unknown) + "; " + Wording.cure(unknown))));
        }
        return commands;
    }

    private static Stream<GithubCommand> brokenGlass(Report.Part part) {
        return Overridden.in(part.worstFirst()).stream()
                .filter(overridden -> overridden.approval().breakGlass())
                .map(overridden -> {
                    List<String> lines = new ArrayList<>(List.of(overridden.words()));
                    lines.addAll(overridden.lines());
                    return new GithubCommand("warning", null, 0, part.before("the glass was broken"), lines);
                });
    }

    private static Stream<GithubCommand> findings(Report.Part part, RuleWords rules) {
        return part.worstFirst().stream()
                .flatMap(gate -> GateView.rulings(gate, Outcome.COUNTS))
                .map(ruling -> finding(part, rules.rule(ruling.ruleId()), ruling));
    }

    private static GithubCommand finding(Report.Part part, RuleNote rule, Ruling ruling) {
        List<String> lines = new ArrayList<>();
        lines.add(ruling.message());
        if (!part.name().isEmpty()) {
            lines.add("In " + part.where());
        }
        Measure measure = ruling.measure();
        if (measure != null) {
            lines.add(measure.words());
        }
        if (!ruling.path().isEmpty()) {
            lines.add(PathDrawing.line(ruling.path()));
        }
        if (!rule.remediation().isEmpty()) {
            lines.add("To do: " + rule.remediation());
        }
        Place place = Place.of(ruling, part.written()).orElse(null);
        return new GithubCommand(
                word(ruling.level().verdict()),
                place == null ? null : place.file(),
                place == null ? 0 : place.line(),
                part.before(rule.title()),
                lines);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case ALLOW, WARN -> "notice";
            case NEEDS_APPROVAL -> "warning";
            case INCONCLUSIVE, DENY, ERROR -> "error";
        };
    }
}
