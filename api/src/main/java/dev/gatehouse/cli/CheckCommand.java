package dev.gatehouse.cli;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.input.Artifacts;
import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.input.SourceName;
import dev.gatehouse.cli.output.DecisionView;
import dev.gatehouse.cli.output.Target;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `check`
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Decides whether a change may go ahead.",
        footer = {
            "%nExamples:",
            "  gatehouse check --catalog catalog/ --change changes/loyalty-points.yaml",
            "  gatehouse check --catalog catalog/ --head ../pr/catalog --requested-by shop",
            "  gatehouse check --change change.yaml --gate resilience --fail-on warn",
            "  gatehouse check --change change.yaml -o github -o sarif=gatehouse.sarif"
        })
final class CheckCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;
    private final DocumentParser parser;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    @Option(names = "--change", paramLabel = "FILE", description = "A document of kind Change.")
    private @Nullable Path change;

    @Option(names = "--head", paramLabel = "DIR", description = "The source's files as they are to become.")
    private @Nullable Path head;

    @Option(names = "--requested-by", paramLabel = "REF", description = "Who asks for the head: a team, or user:NAME.")
    private @Nullable String requestedBy;

    @Option(names = "--gate", paramLabel = "GATE", description = "Ask only this gate; can be repeated.")
    private List<String> gates = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "ENV",
            description = "The environment to judge in, over the change's own; a head's is else production.")
    private @Nullable String environment;

    @Option(names = "--at", paramLabel = "TIME", description = "The time to judge at, as 2026-11-20T18:00:00Z.")
    private @Nullable Instant at;

    @Option(names = "--policy", paramLabel = "DIR", description = "A folder of further policies; conftest's will do.")
    private List<Path> policies = new ArrayList<>();

    @Option(names = "--register", description = "Let others see the change beside theirs from now on; takes a server.")
    private boolean register;

    @Mixin
    private FailOn failOn = new FailOn();

    @Mixin
    private Outputs outputs = new Outputs();

    CheckCommand(Backends backends, Console console, DocumentParser parser) {
        this.backends = backends;
        this.console = console;
        this.parser = parser;
    }

    @Override
    public Integer call() {
        List<Target> targets = outputs.targets(console);
        boolean warningFails = failOn.warning();
        if (register) {
            backend.requireServer("--register");
        }
        Assess.Request request = request();
        try (Backends.Session session = backend.open(backends, console, policies)) {
            DecisionRecord record = session.useCases().assess().run(session.actor(), request);
            try {
                Outputs.write(
                        targets,
                        DecisionView.of(record, session.useCases().rules().run(session.actor()))
                                .in(Outputs.lines(targets, document(request), parser))
                                .kept(session.recordFile(record.decisionId()) != null),
                        console);
            } finally {
                Path kept = session.recordFile(record.decisionId());
                console.progress("decision " + record.decisionId()
                        + Outputs.verdict(targets, record.judgement().verdict())
                        + (kept == null ? "" : ", kept in " + kept));
                if (register) {
                    console.progress("registered: others see the change beside theirs from now on");
                }
            }
            return ExitCode.of(record.judgement().verdict(), warningFails);
        }
    }

    private Assess.Request request() {
        if ((change == null) == (head == null)) {
            throw new InvalidInputException(
                    change == null ? "There is no change to decide on" : "There are two changes to decide on",
                    "give either --change FILE or --head DIR");
        }
        return new Assess.Request(asked(), environment, gates, at, register);
    }

    private static @Nullable SourceFile document(Assess.Request request) {
        return request.asked() instanceof Assess.Written written ? written.document() : null;
    }

    private Assess.Asked asked() {
        SourceFile document = change == null ? null : InputFiles.readOne(console.directory(), change);
        return Assess.Asked.of(
                document,
                change == null || document == null
                        ? List.of()
                        : Artifacts.beside(console.directory(), change, document, parser),
                head == null ? null : headSource(head),
                head == null ? List.of() : headFiles(head),
                requestedBy);
    }

    private List<SourceFile> headFiles(Path folder) {
        List<SourceFile> files = InputFiles.read(console.directory(), List.of(folder));
        if (files.isEmpty()) {
            throw new InvalidInputException(
                    "--head " + folder + " holds no YAML or JSON file, so nothing of the source would be left",
                    "check the path; if all of it is meant to go, name what goes in a change");
        }
        return files;
    }

    private String headSource(Path folder) {
        String named = backend.name(console);
        return named != null ? named : SourceName.everywhere(console.directory(), folder);
    }
}
