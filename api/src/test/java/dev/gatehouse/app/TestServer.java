package dev.gatehouse.app;

import dev.gatehouse.access.AuditedAccess;
import dev.gatehouse.access.PolicyAccess;
import dev.gatehouse.access.files.FileTokens;
import dev.gatehouse.app.judges.KeptJudges;
import dev.gatehouse.app.judges.LiveJudges;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.client.RestClient;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.memory.MemoryBlobs;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.graph.memory.MemoryJournal;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Actor.Role;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.rest.RestConfig;
import dev.gatehouse.rest.RestServer;
import dev.gatehouse.rest.resource.ServerState;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleFolders;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.usecase.inprocess.Audit;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.journal.JournalRecords;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real server on a free port of loopback, on a graph in memory and the shipped rules that need no path question;
/// its clock stands still.
final class TestServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    final MemoryGraph graph = new MemoryGraph();
    final MemoryJournal journal = new MemoryJournal();
    final Audit audit = new Audit(journal, () -> NOW);
    final FileTokens tokens;
    final UseCases here;
    private final OpaPolicies policies;
    private final KeptJudges past;
    private final Supplier<List<Diagnostic>> broken;
    final RestServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    TestServer(Path home, boolean tokenForReads) {
        this(home, tokenForReads, OpenTelemetry.noop());
    }

    TestServer(Path home, boolean tokenForReads, OpenTelemetry telemetry) {
        this(home, tokenForReads, telemetry, fixed(judges()), List::of);
    }

    /// By these judges, whoever ends them.
    TestServer(Path home, LiveJudges judges) {
        this(home, false, OpenTelemetry.noop(), judges, judges::broken);
    }

    private TestServer(
            Path home,
            boolean tokenForReads,
            OpenTelemetry telemetry,
            Supplier<JudgeSet> judges,
            Supplier<List<Diagnostic>> broken) {
        this.broken = broken;
        tokens = FileTokens.open(home, NOW);
        OpaBinary opa = OpaBinary.find(System.getenv("PATH"), root().resolve(".gatehouse"));
        past = new KeptJudges(() -> opa, new Uses());
        policies =
                OpaPolicies.start(opa, PolicySets.own(opa, List.of(root().resolve("policies"))), OpaPolicies.DEADLINE);
        MemoryBlobs blobs = new MemoryBlobs();
        here = new Wiring(
                        new AuditedAccess(new PolicyAccess(policies.authority()), audit),
                        graph,
                        journal,
                        new JournalRecords<>(journal, blobs, DecisionRecord.KIND),
                        new JournalRecords<>(journal, blobs, PlanRecord.KIND),
                        judges,
                        () -> Optional.of(judges.get()),
                        past,
                        () -> NOW,
                        List.of())
                .useCases();
        RestConfig config = new RestConfig("127.0.0.1", 0, Set.of("gate.example"), tokenForReads, null);
        server = RestServer.start(here, tokens, audit, state(), () -> NOW, config, telemetry);
    }

    static Path root() {
        return Path.of(System.getProperty("gatehouse.root", ".."));
    }

    ServerState state() {
        return new ServerState() {
            @Override
            public long graphRevision() {
                return graph.head().revision().number();
            }

            @Override
            public List<Diagnostic> broken() {
                return broken.get();
            }
        };
    }

    private static Supplier<JudgeSet> fixed(JudgeSet judges) {
        return () -> judges;
    }

    private static JudgeSet judges() {
        RuleSet rules = RuleReader.read(
                RuleFolders.read(List.of(root().resolve("rules"))).stream()
                        .filter(source -> source.gate().equals("resilience") && source.path() == null)
                        .toList(),
                Map.of());
        Map<Severity, Level> levels =
                Map.of(Severity.CRITICAL, Level.SOFT, Severity.HIGH, Level.SOFT, Severity.MEDIUM, Level.SOFT);
        Gate gate = new Gate(
                "resilience",
                "Does it hold when something breaks?",
                Gate.Scope.INTRODUCED,
                Map.of(Gate.DEFAULT, levels),
                Map.of(),
                Map.of(),
                null,
                Map.of());
        return new JudgeSet(List.of(DroolsJudge.of(rules)), List.of(gate), Map.of());
    }

    /// The secret of a new token.
    String token(String name, Role role) {
        return tokens.create(name, Set.of(role), NOW, null).secret();
    }

    UseCases remote(@Nullable String token) {
        return RestClient.of(server.uri(), token, null, RestClient.DEADLINE);
    }

    /// The pharmacy of the samples.
    static List<SourceFile> catalog() {
        return files(root().resolve("samples/wexmere/catalog"));
    }

    static SourceFile change(String name) {
        return file("samples/wexmere/changes/" + name + ".yaml");
    }

    static SourceFile file(String path) {
        return read(root(), root().resolve(path));
    }

    private static List<SourceFile> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path folder, Path file) {
        try {
            return new SourceFile(folder.relativize(file).toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path));
    }

    HttpRequest.Builder post(String path, @Nullable String token, String body) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void importCatalog() {
        here.imports()
                .run(
                        Actor.ADMINISTRATOR,
                        new dev.gatehouse.usecase.Import.Request("wexmere", null, catalog(), false, false, false));
    }

    @Override
    public void close() {
        server.close();
        past.close();
        policies.close();
    }
}
