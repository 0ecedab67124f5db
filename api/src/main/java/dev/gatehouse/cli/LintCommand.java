package dev.gatehouse.cli;

import dev.gatehouse.document.Count;
import dev.gatehouse.document.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lint`
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Looks rules, gates and policies over; exits with 1 when something is wrong.",
        footer = {"%nExamples:", "  gatehouse lint", "  gatehouse lint rules/resilience policies"})
final class LintCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Folders of rules or policies; default: all.")
    private List<Path> paths = new ArrayList<>();

    LintCommand(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Diagnostic> found = workshop.lint(paths);
        found.forEach(diagnostic -> console.out().println(diagnostic));
        long errors = found.stream().filter(Diagnostic::isError).count();
        console.out().println(errors == 0 ? "Nothing is wrong" : Count.of(errors, "mistake"));
        console.out().flush();
        return errors == 0 ? ExitCode.OK : ExitCode.DENIED;
    }
}
