package dev.gatehouse.cli;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.input.ChangeLines;
import dev.gatehouse.cli.output.Answer;
import dev.gatehouse.cli.output.Format;
import dev.gatehouse.cli.output.Target;
import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /// Where a document says what is judged, as far as any of these targets names lines: finding them takes reading it
    /// once more.
    static Written lines(List<Target> targets, @Nullable SourceFile document, DocumentParser parser) {
        boolean named = targets.stream().anyMatch(target -> target.format().namesLines());
        return document == null || !named ? Written.NOWHERE : ChangeLines.of(document, parser);
    }

    static void write(List<Target> targets, Answer answer, Console console) {
        targets.forEach(target -> target.write(answer, console.terminal(), console.out(), console.directory()));
    }

    /// What people are told where everything else goes to files: `: deny`, otherwise nothing.
    static String verdict(List<Target> targets, Verdict verdict) {
        return targets.stream().allMatch(target -> target.file() != null) ? ": " + verdict.word() : "";
    }
}
