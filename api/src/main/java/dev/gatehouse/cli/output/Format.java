package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.tool.GithubCommand;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The formats that answers can be written in.
public enum Format {
    /// For people.
    TABLE,
    /// The record as it is, indented.
    JSON,
    /// A test report.
    JUNIT,
    /// SARIF 2.1.0, for code scanning.
    SARIF,
    /// Workflow commands of GitHub Actions.
    GITHUB;

    /// The word used after `-o`.
    public String word() {
        return Word.of(this);
    }

    /// Whether it names files and lines, so that these are worth finding.
    public boolean namesLines() {
        return this == SARIF || this == GITHUB;
    }

    /// Every format, in the order in which they are explained.
    public static Set<Format> all() {
        return some(values());
    }

    static Set<Format> some(Format... formats) {
        return Collections.unmodifiableSet(EnumSet.copyOf(List.of(formats)));
    }

    /// The text, ending in a line break. Only `table` looks at the terminal.
    public String write(Answer answer, Terminal terminal) {
        return switch (this) {
            case TABLE -> answer.table(terminal);
            case JSON -> SafeText.json(Json.pretty(answer.json())) + "\n";
            case JUNIT -> answer.junit().write();
            case SARIF -> answer.sarif().write();
            case GITHUB -> answer.github().stream().map(GithubCommand::toString).collect(Collectors.joining());
        };
    }
}
