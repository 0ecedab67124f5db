package dev.gatehouse.cli.output.report;

import dev.gatehouse.cli.output.tool.JunitReport;
import dev.gatehouse.cli.output.tool.JunitReport.Case;
import dev.gatehouse.cli.output.tool.JunitReport.Result;
import dev.gatehouse.cli.output.tool.JunitReport.Suite;
import java.util.ArrayList;
import java.util.List;

/// A report as a test report: a suite for each part, or for each gate where it has only one.
public final class JunitOutput {
    private JunitOutput() {}

    public static JunitReport of(Report report) {
        List<Suite> suites = new ArrayList<>();
        for (Report.Part part : report.parts()) {
            if (part.name().isEmpty()) {
                part.gates()
                        .forEach(gate ->
                                suites.add(new Suite(gate.gate(), new GateCases(gate, report.rules(), "").all())));
            } else {
                suites.add(new Suite(part.name(), cases(part, report.rules())));
            }
        }
        return new JunitReport(report.title(), report.clock(), suites);
    }

    private static List<Case> cases(Report.Part part, RuleWords rules) {
        List<Case> cases = new ArrayList<>();
        part.notes()
                .forEach(note -> cases.add(new Case(
                        part.name(), note.what(), result(note), note.verdict().word(), note.lines())));
        part.gates().forEach(gate -> cases.addAll(new GateCases(gate, rules, part.name() + ".").all()));
        return cases;
    }

    private static Result result(Report.Note note) {
        return switch (note.verdict()) {
            case ALLOW, WARN -> Result.PASSED;
            case NEEDS_APPROVAL, DENY -> Result.FAILURE;
            case INCONCLUSIVE, ERROR -> Result.ERROR;
        };
    }
}
