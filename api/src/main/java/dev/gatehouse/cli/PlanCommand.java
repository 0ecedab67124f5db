package dev.gatehouse.cli;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.input.Artifacts;
import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.output.PlanView;
import dev.gatehouse.cli.output.Target;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.EvaluatePlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plan evaluate`
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Judges a plan in every order that its steps' needs allow, and keeps the record.",
        footer = {
            "%nExamples:",
            "  gatehouse plan evaluate plans/move-the-queue.yaml --catalog catalog/",
            "  gatehouse plan evaluate plan.yaml -o table -o junit=plan.xml",
            "  gatehouse explain plan-019aa4…",
            "  gatehouse replay plan-019aa4…"
        })
final class PlanCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;
    private final DocumentParser parser;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    @Parameters(paramLabel = "FILE", description = "A document of kind Plan.")
    private Path plan = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", description = "The time to judge at, as 2026-11-20T18:00:00Z.")
    private @Nullable Instant at;

    @Mixin
    private FailOn failOn = new FailOn();

    @Mixin
    private Outputs outputs = new Outputs();

    PlanCommand(Backends backends, Console console, DocumentParser parser) {
        this.backends = backends;
        this.console = console;
        this.parser = parser;
    }

    @Override
    public Integer call() {
        List<Target> targets = outputs.targets(console);
        boolean warningFails = failOn.warning();
        SourceFile document = InputFiles.readOne(console.directory(), plan);
        EvaluatePlan.Request request =
                new EvaluatePlan.Request(document, Artifacts.beside(console.directory(), plan, document, parser), at);
        try (Backends.Session session = backend.open(backends, console, List.of())) {
            PlanRecord record = session.useCases().evaluatePlan().run(session.actor(), request);
            try {
                Outputs.write(
                        targets,
                        new PlanView(
                                record,
                                session.useCases().rules().run(session.actor()),
                                Outputs.lines(targets, document, parser)),
                        console);
            } finally {
                Path kept = session.recordFile(record.evaluationId());
                console.progress("evaluation " + record.evaluationId()
                        + Outputs.verdict(targets, record.evaluation().verdict())
                        + (kept == null ? "" : ", kept in " + kept));
            }
            return ExitCode.of(record.evaluation().verdict(), warningFails);
        }
    }
}
