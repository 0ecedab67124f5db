package dev.gatehouse.cli;

import dev.gatehouse.document.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// From which verdict on a command fails.
final class FailOn {
    @Option(names = "--fail-on", paramLabel = "warn", description = "Exit with 1 on a warning too.")
    private @Nullable String verdict;

    /// Whether a warning fails.
    ///
    /// @throws InvalidInputException when something else is named
    boolean warning() {
        if (verdict != null && !verdict.equals("warn")) {
            throw new InvalidInputException("--fail-on " + verdict + " is not known", "the only value is warn");
        }
        return verdict != null;
    }
}
