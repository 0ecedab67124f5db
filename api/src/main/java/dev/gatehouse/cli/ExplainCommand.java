package dev.gatehouse.cli;

import dev.gatehouse.cli.input.CatalogPaths;
import dev.gatehouse.cli.output.ExplanationText;
import dev.gatehouse.cli.output.PlanText;
import dev.gatehouse.document.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `explain`
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says in words why a decision, or a plan's evaluation, came out as it did. What stands in a file is"
                        + " told as it stands there; `replay` shows whether that is what was decided.",
        footer = {"%nExamples:", "  gatehouse explain 019aa4…", "  gatehouse explain .gatehouse/decisions/019aa4….json"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;

    @Mixin
    private RecordOptions record = new RecordOptions();

    @Option(names = "--fix", description = "Try the usual fixes, and tell those that turn a finding off.")
    private boolean fix;

    @Option(
            names = "--catalog",
            paramLabel = "PATH",
            arity = "1..*",
            parameterConsumer = CatalogPaths.class,
            description = "The architecture to try fixes on, for a decision made on files.")
    private List<Path> catalog = new ArrayList<>();

    ExplainCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Backends.Session session =
                catalog.isEmpty() ? record.open(backends, console) : record.openWith(backends, console, catalog)) {
            console.out().print(record.isPlan() ? plan(session) : decision(session));
            console.out().flush();
        }
        return ExitCode.OK;
    }

    private String decision(Backends.Session session) {
        return new ExplanationText(console.terminal())
                .write(
                        session.useCases().explain().run(session.actor(), record.id(), fix),
                        session.recordFile(record.id()) != null);
    }

    private String plan(Backends.Session session) {
        if (fix) {
            throw new InvalidInputException(
                    "--fix tries to mend a change, and '" + record.id() + "' is about a plan",
                    "check the change of the step that does not pass, and explain that decision");
        }
        return new PlanText(console.terminal())
                .write(session.useCases()
                        .evaluations()
                        .find(session.actor(), record.id())
                        .evaluation());
    }
}
