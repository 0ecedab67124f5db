package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.app.Shell.Outcome;
import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.LiveJudges;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Actor.Role;
import dev.gatehouse.policies.opa.program.OpaBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A judge that fails is told in the same words on the command line and over REST: what failed, and why.
@Timeout(120)
class SameFailuresTest {
    private static final String ROOT = System.getProperty("gatehouse.root", "..");

    /// What rules about components are asked about.
    private static final String ALTERED = """
            - set: {component: checkout, replicas: 2}
            - set: {component: loyalty, replicas: 2}
            - declare:
                apiVersion: gatehouse.dev/v1
                kind: Component
                metadata: {name: parcels}
                spec: {tier: 1}
            """;

    @TempDir
    private Path folder;

    // Looked for before the property moves.
    private final OpaBinary opa = RuleHouse.opa();
    private RuleHouse house;
    private Shell files;

    @BeforeEach
    void lay_out() throws IOException {
        house = RuleHouse.in(folder);
        Files.writeString(folder.resolve("catalog.yaml"), Shop.CATALOG);
        Files.writeString(folder.resolve("change.yaml"), Shop.change("points", "staging", ALTERED));
        house.write("gatehouse.yaml", "rules: {paths: [our-rules]}\npolicies: {paths: [our-policies]}\n");
        files = Shell.onFiles(folder);
    }

    /// The command line finds its rules where this property says.
    @AfterEach
    void stand_where_we_stood() {
        System.setProperty("gatehouse.root", ROOT);
    }

    private Outcome check(Shell shell) {
        System.setProperty("gatehouse.root", folder.toString());
        try {
            return shell.run(
                    "check",
                    "--catalog",
                    "catalog.yaml",
                    "--change",
                    "change.yaml",
                    "-o",
                    "table",
                    "-o",
                    "json=decision.json");
        } finally {
            stand_where_we_stood();
        }
    }

    /// A server on the same folders, with the catalog.
    private final class Asked implements AutoCloseable {
        private final LiveJudges judges;
        private final TestServer server;
        private final String token;

        Asked(Settings.@Nullable Service elsewhere) {
            JudgeFolders own = house.folders();
            judges = new LiveJudges(
                    new JudgeFolders(() -> opa, elsewhere, own.rules(), own.policies(), own.foreign()),
                    new Uses(),
                    _ -> {});
            server = new TestServer(folder.resolve("server"), judges);
            token = server.token("ann", Role.ADMIN);
            HttpResponse<String> imported =
                    post("catalog", Map.of("source", "shop", "files", List.of(Shop.file(Shop.CATALOG))));
            assertThat(imported.statusCode()).isEqualTo(200);
        }

        HttpResponse<String> decide() {
            try {
                return post("decisions", Shop.decision(Files.readString(folder.resolve("change.yaml"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private HttpResponse<String> post(String path, Object body) {
            return server.send(server.post("/api/v1/" + path, token, Json.write(body)));
        }

        /// What is wrong with the rules that it could not take up.
        String broken() {
            JsonNode ready =
                    Json.read(server.send(server.request("/health/ready")).body(), JsonNode.class);
            return StreamSupport.stream(ready.path("broken").spliterator(), false)
                    .map(each -> Json.fromTree(each, Diagnostic.class).toString())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public void close() {
            server.close();
            judges.close();
        }
    }

    /// Why rules failed, by gate, in a decision's record.
    private static Map<String, Map<String, String>> failures(String record) {
        JsonNode judgement = Json.read(record, JsonNode.class).path("judgement");
        assertThat(judgement.path("verdict").asText()).isEqualTo("error");
        Map<String, Map<String, String>> failures = new HashMap<>();
        for (JsonNode gate : judgement.path("gates")) {
            Map<String, String> failed = new HashMap<>();
            gate.path("failed")
                    .properties()
                    .forEach(rule -> failed.put(
                            rule.getKey(), rule.getValue().path("why").asText()));
            failures.put(gate.path("gate").asText(), failed);
        }
        return failures;
    }

    private Map<String, Map<String, String>> assertSame(Outcome outcome, HttpResponse<String> answer)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
        Map<String, Map<String, String>> failures = failures(answer.body());
        assertThat(failures(Files.readString(folder.resolve("decision.json")))).isEqualTo(failures);
        String table = outcome.out().replaceAll("\\s+", "");
        failures.forEach((_, failed) ->
                failed.forEach((rule, why) -> assertThat(table).contains(rule, why.replaceAll("\\s+", ""))));
        return failures;
    }

    @Test
    void of_rules_that_loop_or_throw_and_of_gates_without_rules() throws IOException {
        house.write("rules/hollow/gate.yaml", RuleHouse.GATE.replace("risk", "hollow"));
        house.write(
                "rules/risk/divides/rule.drl",
                rule("divides", "$s : Subject()", "findings.report(\"a \" + 1 / ($s.tier() - 1));"));
        house.write(
                "rules/risk/loops/rule.drl",
                rule("loops", "Subject()", "insert(new Again(0));")
                                .replace("rule \"loops\"", "declare Again\n    step : int\nend\n\nrule \"loops\"")
                        + "rule \"loops: on\" when Again($n : step) then insert(new Again($n + 1)); findings.report(\"x\"); end\n");
        house.write(
                "policies/risk/number/policy.rego",
                RuleHouse.policy(
                                "number",
                                "{\n\tinput.ref == \"component:default/parcels\"\n\tto_number(input.ref) > 1\n}")
                        .replace("\nimport data.lib.places\n", ""));
        house.write("our-policies/risk/far/policy.rego", RuleHouse.policy("far", "not input.ref in places.far"));

        try (Asked server = new Asked(null)) {
            Outcome outcome = check(files);
            HttpResponse<String> answer = server.decide();

            Map<String, Map<String, String>> failures = assertSame(outcome, answer);
            assertThat(failures.get("hollow"))
                    .containsExactly(Map.entry("gate", "it has no rules; add one, or remove its gate.yaml"));
            Map<String, String> risk = failures.getOrDefault("risk", Map.of());
            assertThat(risk)
                    .containsOnlyKeys("loops", "divides", "number")
                    .containsEntry("divides", "its consequence failed: / by zero");
            assertThat(risk.get("loops")).startsWith("it fired more than 100");
            assertThat(risk.get("number")).startsWith("risk/number/policy.rego:14: to_number: ");
            assertThat(answer.body()).as("the findings of the others stand").contains("\"ruleId\":\"far\"");
        }
    }

    @Test
    void of_a_policy_that_cannot_be_read_while_the_old_ones_decide() throws IOException {
        try (Asked server = new Asked(null)) {
            assertThat(server.decide().statusCode()).isEqualTo(201);
            house.write("our-policies/risk/far/policy.rego", RuleHouse.policy("far", "input.ref in {"));

            Outcome outcome = check(files);
            HttpResponse<String> answer = server.decide();

            assertThat(outcome.exit()).isEqualTo(64);
            assertThat(outcome.told())
                    .contains(
                            "our-policies/risk/far/policy.rego:",
                            "error: unexpected eof token; see https://www.openpolicyagent.org/")
                    .isEqualTo(server.broken());
            assertThat(folder.resolve("state/decisions")).doesNotExist();
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stopped, cannot be reached",
        "slow, 'did not answer within 10000 ms, and does not say how it is'",
        "nonsense, answered 200 with what is not JSON"
    })
    void of_an_opa_that_does_not_answer(String how, String words) throws IOException {
        HttpServer fake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI uri = URI.create("http://127.0.0.1:" + fake.getAddress().getPort());
        fake.createContext("/", exchange -> {
            if (how.equals("nonsense")) {
                byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            }
        });
        fake.start();
        if (how.equals("stopped")) {
            fake.stop(0);
        }
        Map<String, String> environment = new HashMap<>(files.environment());
        environment.put("GATEHOUSE_OPA_URL", uri.toString());

        try (Asked server = new Asked(new Settings.Service(uri, null, null))) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(server::decide);
            Outcome outcome = check(new Shell(folder, environment));

            Map<String, String> failed = assertSame(outcome, answer.join()).getOrDefault("risk", Map.of());
            assertThat(failed).containsOnlyKeys("near", "far");
            assertThat(failed.values()).allSatisfy(why -> assertThat(why).contains("OPA at " + uri, words));
        } finally {
            fake.stop(0);
        }
    }

    private static String rule(String id, String when, String then) {
        return RuleHouse.rule(id, "risk")
                .replace("\"change\"", "\"component\"")
                .replace("@needs(\"in-flight\")", "@needs(\"subject.tier\")")
                .replace("$f : InFlight(overlaps == true)", when)
                .replace("findings.report(\"Another change is under way.\", $f);", then);
    }
}
