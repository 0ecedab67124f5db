package dev.gatehouse.cli;

import dev.gatehouse.cli.output.Answer;
import dev.gatehouse.cli.output.Format;
import dev.gatehouse.cli.output.Target;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// In which formats a command answers that has all of them, and where these go.
final class Outputs {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "table, json, junit, sarif or github; can be repeated.")
    private List<String> formats = new ArrayList<>();

    /// Before anything is asked.
    List<Target> targets(Console console) {
        return Target.parse(formats, Format.all(), console.directory());
    }

    static void write(List<Target> targets, Answer answer, Console console) {
        targets.forEach(target -> target.write(answer, console.terminal(), console.out(), console.directory()));
    }
}
