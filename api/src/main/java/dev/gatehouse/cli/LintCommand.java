package dev.gatehouse.cli;

import dev.gatehouse.cli.output.LintView;
import dev.gatehouse.cli.output.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lint`
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Looks rules, gates and policies over; exits with 1 when something is wrong.",
        footer = {
            "%nExamples:",
            "  gatehouse lint",
            "  gatehouse lint rules/resilience policies",
            "  gatehouse lint -o github"
        })
final class LintCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Folders of rules or policies; default: all.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "table, json, sarif or github; can be repeated.")
    private List<String> outputs = new ArrayList<>();

    LintCommand(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Target> targets = Target.parse(outputs, LintView.FORMATS, console.directory());
        LintView view = new LintView(workshop.lint(paths));
        Outputs.write(targets, view, console);
        return view.mistakes() == 0 ? ExitCode.OK : ExitCode.DENIED;
    }
}
