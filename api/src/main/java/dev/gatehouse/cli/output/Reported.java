package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.report.GithubOutput;
import dev.gatehouse.cli.output.report.JunitOutput;
import dev.gatehouse.cli.output.report.Report;
import dev.gatehouse.cli.output.report.SarifOutput;
import dev.gatehouse.cli.output.tool.GithubCommand;
import dev.gatehouse.cli.output.tool.JunitReport;
import dev.gatehouse.cli.output.tool.SarifLog;
import java.util.List;

/// An answer of gates, which tools are told of in one way.
interface Reported extends Answer {
    Report report();

    @Override
    default JunitReport junit() {
        return JunitOutput.of(report());
    }

    @Override
    default SarifLog sarif() {
        return SarifOutput.of(report());
    }

    @Override
    default List<GithubCommand> github() {
        return GithubOutput.of(report());
    }
}
