package dev.gatehouse.app;

import dev.gatehouse.access.AuditedAccess;
import dev.gatehouse.access.PolicyAccess;
import dev.gatehouse.access.Tokens;
import dev.gatehouse.access.files.FileTokens;
import dev.gatehouse.app.judges.Attended;
import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.KeptJudges;
import dev.gatehouse.app.judges.LiveAuthority;
import dev.gatehouse.app.judges.LiveJudges;
import dev.gatehouse.app.judges.OpaHere;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.ExitCode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.graph.neo4j.Neo4jStore;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.rest.RestConfig;
import dev.gatehouse.rest.RestServer;
import dev.gatehouse.rest.resource.ServerState;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.usecase.inprocess.Audit;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.journal.JournalRecords;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: the graph, the judges and the REST face, until told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Answers over REST, on loopback unless configured otherwise; starts its own Neo4j and OPA.",
        footer = {"%nExample:", "  gatehouse serve --port 8410"})
final class ServeCommand implements Callable<Integer> {
    private static final Duration GOODBYE = Duration.ofSeconds(30);

    private final ConfiguredBackends backends;
    private final Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean answering;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 8410; 0 takes any.")
    private @Nullable Integer port;

    ServeCommand(ConfiguredBackends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = backends.settings();
        RestConfig listen = port == null ? settings.listen() : settings.listen().on(port);
        listen.check();
        OpaHere opa = backends.opa(settings);
        opa.get();
        InstantSource clock = InstantSource.system();
        Tokens tokens = FileTokens.open(settings.home(), clock.instant());
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayGoodbye, "goodbye"));
        try (OwnGraph graph = OwnGraph.open(settings, console);
                Uses uses = new Uses();
                KeptJudges past = new KeptJudges(opa, uses);
                LiveJudges judges = new LiveJudges(JudgeFolders.of(settings, opa, List.of()), uses, this::tell);
                LiveAuthority access = authority(settings, opa.get());
                Neo4jStore store = prepared(graph, judges)) {
            access.load();
            judges.get();
            Audit audit = new Audit(store.journal(), clock);
            UseCases useCases = new Attended(uses)
                    .over(new Wiring(
                                    new AuditedAccess(new PolicyAccess(access), audit),
                                    store.graph(),
                                    store.journal(),
                                    new JournalRecords<>(store.journal(), store.blobs(), DecisionRecord.KIND),
                                    new JournalRecords<>(store.journal(), store.blobs(), PlanRecord.KIND),
                                    judges,
                                    judges::loaded,
                                    past,
                                    clock,
                                    settings.sources())
                            .useCases());
            try (Telemetry telemetry = Telemetry.open(System.getenv());
                    RestServer server = RestServer.start(
                            useCases,
                            tokens,
                            audit,
                            new State(store, judges, access),
                            clock,
                            listen,
                            telemetry.api())) {
                ready(server.uri());
                graph.prepareNextStart();
                stop.await();
                console.progress("stopping");
            }
        } finally {
            stopped.countDown();
        }
        return ExitCode.OK;
    }

    /// The shipped policies alone say who may do what: a company's own judge changes.
    private LiveAuthority authority(Settings settings, OpaBinary opa) {
        Path shipped = settings.policies().getFirst();
        return new LiveAuthority(
                shipped,
                () -> OpaPolicies.start(opa, PolicySets.own(opa, List.of(shipped)), OpaPolicies.DEADLINE),
                this::tell);
    }

    /// The graph's store; the judges are made while Neo4j comes up and its history is read.
    private Neo4jStore prepared(OwnGraph graph, LiveJudges judges) {
        console.progress("compiling rules and policies");
        judges.prepare();
        return graph.store();
    }

    private void ready(URI uri) {
        answering = true;
        console.out().println("Gatehouse answers at " + uri);
        console.out().flush();
    }

    /// A broken edit is told loudly; decisions go on by the old rules.
    private void tell(List<Diagnostic> broken) {
        console.progress(
                broken.isEmpty()
                        ? "the rules and policies are whole again, and in force as they now stand"
                        : "RULES BROKEN: an edit cannot be taken up, and the old rules and policies stay in force:");
        broken.forEach(diagnostic -> console.err().println("  " + diagnostic));
        console.err().flush();
    }

    /// A start that is broken off leaves nothing to be put in order: the children end with this process.
    private void sayGoodbye() {
        if (!answering) {
            return;
        }
        stop.countDown();
        try {
            stopped.await(GOODBYE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record State(Neo4jStore store, LiveJudges judges, LiveAuthority access) implements ServerState {
        @Override
        public long graphRevision() {
            return store.graph().head().revision().number();
        }

        @Override
        public List<Diagnostic> broken() {
            List<Diagnostic> broken = new ArrayList<>(judges.broken());
            access.broken().stream()
                    .filter(mistake -> !broken.contains(mistake))
                    .forEach(broken::add);
            return broken;
        }
    }
}
