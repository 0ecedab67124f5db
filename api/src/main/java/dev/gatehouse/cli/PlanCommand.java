package dev.gatehouse.cli;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.input.Artifacts;
import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.output.PlanText;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.plan.PlanEvaluation;
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
        description = "Judges a plan in every order that its steps' needs allow.",
        footer = {"%nExample:", "  gatehouse plan evaluate plans/move-the-queue.yaml --catalog catalog/"})
final class PlanCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;
    private final DocumentParser parser;

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "FILE", description = "A document of kind Plan.")
    private Path plan = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", description = "The time to judge at, as 2026-11-20T18:00:00Z.")
    private @Nullable Instant at;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json.")
    private String output = "table";

    PlanCommand(Backends backends, Console console, DocumentParser parser) {
        this.backends = backends;
        this.console = console;
        this.parser = parser;
    }

    @Override
    public Integer call() {
        if (!List.of("table", "json").contains(output)) {
            throw new InvalidInputException("-o " + output + ": plans have no such format", "give table or json");
        }
        SourceFile document = InputFiles.readOne(console.directory(), plan);
        EvaluatePlan.Request request =
                new EvaluatePlan.Request(document, Artifacts.beside(console.directory(), plan, document, parser), at);
        try (Backends.Session session = place.open(backends, console, List.of())) {
            PlanRecord record = session.useCases().evaluatePlan().run(session.actor(), request);
            PlanEvaluation evaluation = record.evaluation();
            console.out()
                    .print(
                            output.equals("json")
                                    ? Json.pretty(record) + "\n"
                                    : new PlanText(console.terminal()).write(evaluation));
            console.out().flush();
            Path kept = session.recordFile(record.evaluationId());
            console.progress("evaluation " + record.evaluationId() + (kept == null ? "" : ", kept in " + kept));
            return ExitCode.of(evaluation.verdict(), false);
        }
    }
}
