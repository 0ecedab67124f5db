package dev.gatehouse.cli;

import dev.gatehouse.cli.output.FindingsView;
import dev.gatehouse.cli.output.Target;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.GateVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
        footer = {
            "%nExamples:",
            "  gatehouse findings --catalog catalog/ --gate resilience",
            "  gatehouse findings --env staging -o table -o sarif=findings.sarif"
        })
final class FindingsCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    @Option(names = "--env", paramLabel = "ENV", description = "The environment; default: production.")
    private @Nullable String environment;

    @Option(names = "--gate", paramLabel = "GATE", description = "Only this gate's.")
    private @Nullable String gate;

    @Option(names = "--at", paramLabel = "TIME", description = "The time to judge at, as 2026-11-20T18:00:00Z.")
    private @Nullable Instant at;

    @Mixin
    private Outputs outputs = new Outputs();

    FindingsCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Target> targets = outputs.targets(console);
        try (Backends.Session session = backend.open(backends, console, List.of())) {
            UseCases asked = session.useCases();
            List<GateVerdict> found = asked.findings().run(session.actor(), environment, gate, at);
            FindingsView view = new FindingsView(
                    Objects.requireNonNullElse(environment, Environment.USUAL),
                    found,
                    asked.rules().run(session.actor()));
            Outputs.write(targets, view, console);
            return found.stream().allMatch(verdict -> verdict.failed().isEmpty()) ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
