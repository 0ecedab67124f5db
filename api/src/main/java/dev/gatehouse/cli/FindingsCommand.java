package dev.gatehouse.cli;

import dev.gatehouse.cli.output.FindingsText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `findings`
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = "Lists the findings of everything, whoever introduced them.",
        footer = {"%nExample:", "  gatehouse findings --catalog catalog/ --gate resilience"})
final class FindingsCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;

    @Mixin
    private Place place = new Place();

    @Option(names = "--env", paramLabel = "ENV", description = "The environment; default: production.")
    private @Nullable String environment;

    @Option(names = "--gate", paramLabel = "GATE", description = "Only this gate's.")
    private @Nullable String gate;

    FindingsCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Backends.Session session = place.open(backends, console, List.of())) {
            console.out()
                    .print(new FindingsText(console.terminal())
                            .write(session.useCases().standing().run(session.actor(), environment, gate)));
            console.out().flush();
        }
        return ExitCode.OK;
    }
}
