package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats that a decision can be written in.
public enum Format {
    /// For people.
    TABLE,
    /// The record as it is kept, indented.
    JSON,
    /// A test report: one suite a gate, one case for each rule and checked subject.
    JUNIT,
    /// SARIF 2.1.0, for code scanning.
    SARIF,
    /// Workflow commands of GitHub Actions.
    GITHUB;

    /// The word used after `-o`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format of that word.
    static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /// All words, in the order in which they are explained.
    static List<String> words() {
        return Arrays.stream(values()).map(Format::word).toList();
    }

    /// What writes it. Only `table` looks at the terminal.
    public Output output(Terminal terminal) {
        return switch (this) {
            case TABLE -> new TableOutput(terminal);
            case JSON -> view -> SafeText.json(Json.pretty(view.record())) + "\n";
            case JUNIT -> new JunitOutput();
            case SARIF -> new SarifOutput();
            case GITHUB -> new GithubOutput();
        };
    }
}
