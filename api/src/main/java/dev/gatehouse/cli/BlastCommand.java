package dev.gatehouse.cli;

import dev.gatehouse.cli.output.BlastText;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.usecase.BlastRadius;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blast`
@Command(
        name = "blast",
        mixinStandardHelpOptions = true,
        description = "Says who is hurt when a component fails or changes, with the paths that prove it.",
        footer = {"%nExamples:", "  gatehouse blast payments", "  gatehouse blast resource:orders-db --catalog catalog/"
        })
final class BlastCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Backends backends;
    private final Console console;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    @Parameters(paramLabel = "COMPONENT", description = "Its name, or kind:namespace/name.")
    private String component = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + SHOWN,
            description = "How many are shown; default: 20.")
    private int limit = SHOWN;

    BlastCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > BlastRadius.MOST) {
            throw new InvalidInputException(
                    "The limit " + limit + " is not between 1 and " + BlastRadius.MOST, "leave it out for " + SHOWN);
        }
        try (Backends.Session session = backend.open(backends, console, List.of())) {
            console.out()
                    .print(new BlastText(console.terminal())
                            .write(session.useCases().blastRadius().run(session.actor(), component, limit)));
            console.out().flush();
        }
        return ExitCode.OK;
    }
}
