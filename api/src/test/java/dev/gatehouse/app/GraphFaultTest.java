package dev.gatehouse.app;

import static dev.gatehouse.app.Served.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Served.Answer;
import dev.gatehouse.app.Served.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Neo4j under a running server: gone, and hanging.
@Timeout(300)
class GraphFaultTest {
    private static final String CHANGE = Shop.change("graph-fault", "staging", "");

    private static Served server;

    @BeforeAll
    static void start() throws IOException {
        server = Served.shared();
        Files.writeString(server.folder.resolve("catalog.yaml"), Shop.CATALOG);
        Files.writeString(server.folder.resolve("change.yaml"), CHANGE);
    }

    @Test
    void when_it_is_killed_it_starts_again_and_nothing_that_was_acknowledged_is_lost() {
        String decision = decide().body().path("decisionId").asText();
        String greta = server.token("greta", "approver");
        Map<String, Object> consent = Map.of("reason", "agreed");
        assertThat(server.postAs(greta, approval(decision), consent).status()).isEqualTo(200);

        ProcessHandle graph = server.parts(Served.GRAPH).getFirst();
        Served.signal("KILL", graph);

        Answer meanwhile = decide();
        assertThat(meanwhile.status()).as(meanwhile.toString()).isIn(201, 503);
        assertThat(meanwhile.verdict()).isIn("allow", "");
        await(() -> server.get("/health/ready").status() == 200);
        assertThat(server.get("/api/v1/decisions/" + decision).status()).isEqualTo(200);
        assertThat(decide().verdict()).as("the approval counts").isEqualTo("allow");
        assertThat(server.parts(Served.GRAPH)).isNotEmpty().doesNotContain(graph);
        assertThat(server.command("findings").exit()).isZero();
        assertToldInOneLine(" ended, and is started again. It said nothing.");
    }

    @Test
    void when_it_hangs_every_request_ends_and_says_so_and_all_is_well_once_it_goes_on() {
        ProcessHandle graph = server.parts(Served.GRAPH).getFirst();
        Served.signal("STOP", graph);
        try {
            assertRefused();
        } finally {
            Served.signal("CONT", graph);
        }
        await(() -> server.get("/health/ready").status() == 200);
        assertThat(decide().status()).isEqualTo(201);
        assertThat(server.parts(Served.GRAPH)).containsExactly(graph);
        assertToldInOneLine("The store failed: The graph at bolt://");
    }

    /// Where the operator looks.
    private static void assertToldInOneLine(String what) {
        assertThat(server.lastWords())
                .contains(what)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    /// Reading, deciding, importing and approving, in both faces.
    private static void assertRefused() {
        Answer ready = server.get("/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body().path("status").asText()).isEqualTo("down");
        assertThat(ready.body().path("failing").path(0).asText()).startsWith("graph: The graph at bolt://");
        assertSame(GraphFaultTest::decide, "check", "--change", "change.yaml", "--gate", "resilience");
        assertSame(
                () -> server.post(
                        "/api/v1/catalog", Map.of("source", "shop", "files", List.of(Shop.file(Shop.CATALOG)))),
                "import",
                "catalog.yaml",
                "--source",
                "shop");
        assertSame(
                () -> server.post(approval("none"), Map.of("reason", "agreed")),
                "approve",
                "none",
                "--reason",
                "agreed");
    }

    private static void assertSame(Supplier<Answer> request, String... command) {
        CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(request);
        Outcome outcome = server.command(command);
        Answer answer = asked.join();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("title").asText()).isEqualTo("The store does not answer");
        assertThat(answer.detail())
                .startsWith("The graph at bolt://")
                .contains(" could not ")
                .contains("Likely cure: is it running, with space on its disk?")
                .doesNotContain("Exception");
        assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(words(outcome.err())).contains("error: " + words(answer.detail()));
    }

    /// Which of its connections failed first differs from request to request.
    private static String words(String text) {
        return text.replaceAll("(could not [a-z ]+): .*?\\. Likely", "$1: … Likely");
    }

    private static Answer decide() {
        return server.post("/api/v1/decisions", Shop.decision(CHANGE, "resilience"));
    }

    private static String approval(String decision) {
        return "/api/v1/decisions/" + decision + "/approve";
    }
}
