package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.tool.GithubCommand;
import dev.gatehouse.cli.output.tool.JunitReport;
import dev.gatehouse.cli.output.tool.SarifLog;
import java.util.List;

/// What a command answers, as each format tells it. A format that a command does not offer is never asked for.
public interface Answer {
    /// For people, ending in a line break.
    String table(Terminal terminal);

    /// The record that is written as it is.
    Object json();

    default JunitReport junit() {
        throw new UnsupportedOperationException("no test report");
    }

    default SarifLog sarif() {
        throw new UnsupportedOperationException("nothing for code scanning");
    }

    default List<GithubCommand> github() {
        throw new UnsupportedOperationException("no workflow commands");
    }
}
