package dev.gatehouse.app;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks a change against a server that gives everybody the same answer, so that what a check loads is loaded: the
/// launcher makes its cache of classes from that. Nothing is decided.
@Command(name = "train", hidden = true, description = "Loads what a check needs.")
final class TrainCommand implements Callable<Integer> {
    private static final EntityRef COMPONENT = EntityRef.of(Kind.COMPONENT, "a");
    private static final EntityRef ENVIRONMENT = EntityRef.of(Kind.ENVIRONMENT, "production");

    @Parameters(paramLabel = "FILE", description = "A document of kind Change.")
    private Path change = Path.of("");

    @Override
    public Integer call() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/", record());
        answer(server, "/api/v1/rules", Map.of("items", List.of(note())));
        server.start();
        try {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter(), false);
            Console console =
                    new Console(nowhere, nowhere, Terminal.PLAIN, Path.of("").toAbsolutePath());
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            String[] check = {"check", "--server", url, "--change", change.toString()};
            return Main.commandLine(console, Map.of(), check).execute(check);
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpServer server, String path, Object what) {
        server.createContext(path, exchange -> {
            byte[] body = Json.bytes(what);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static DecisionRecord record() {
        Instant now = Instant.EPOCH;
        Change nothing =
                new Change(EntityRef.of(Kind.CHANGE, "c"), "c", ENVIRONMENT, null, null, null, List.of(), List.of());
        GateVerdict gate = new GateVerdict(
                "resilience",
                Verdict.ALLOW,
                null,
                Map.of("r", List.of(COMPONENT)),
                List.of(ruling(now)),
                List.of(),
                Map.of());
        Decision decision = new Decision(
                Verdict.ALLOW,
                nothing,
                Actor.ADMINISTRATOR,
                ENVIRONMENT,
                now,
                "",
                Map.of("rules", ""),
                Map.of("drools", ""),
                List.of(gate),
                null);
        return new DecisionRecord("d", now, "a", Map.of("judge", 1L), 1L, Map.of("s", now), "", decision);
    }

    private static Ruling ruling(Instant now) {
        return new Ruling(
                "k",
                "r",
                COMPONENT,
                Severity.HIGH,
                Comparison.Status.INTRODUCED,
                Level.ADVISORY,
                true,
                "a needs b",
                Measure.atMost(BigDecimal.TWO, BigDecimal.ONE, "tier"),
                List.of(new Hop(COMPONENT, EntityRef.of(Kind.DEPENDENCY, "d"), COMPONENT)),
                List.of(new Ruling.CitedFact("tier", COMPONENT, "1", "s", "a.yaml:1", false, now)),
                null,
                null,
                null,
                false);
    }

    private static Explain.RuleNote note() {
        return new Explain.RuleNote("r", "r", "why", "mend it", List.of());
    }
}
