package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.Shell.Outcome;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Actor.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source with a broken document, from the import on both faces to the decisions that follow.
class PartialImportTest {
    private static final String SHIPPING = Shop.component("shipping");
    private static final String BROKEN = "---\n" + SHIPPING.replace("kind: Component", "kind: Componet");

    @TempDir
    private Path folder;

    private TestServer server;
    private String token;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(folder.resolve("state"), false);
        token = server.token("ann", Role.ADMIN);
        Files.writeString(folder.resolve("change.yaml"), """
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: points}
                spec:
                  environment: staging
                  operations:
                    - addDependency: {from: checkout, to: loyalty, criticality: soft, protocol: http, timeout: 1s, retries: 0}
                """);
        catalog("---\n" + SHIPPING);
        assertThat(run("import", "catalog.yaml", "--source", "shop").exit()).isZero();
        assertThat(run("check", "--change", "change.yaml").exit()).isZero();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void catalog(String more) throws IOException {
        Files.writeString(folder.resolve("catalog.yaml"), Shop.CATALOG + more);
    }

    private Outcome run(String... arguments) {
        return Shell.asking(server, token, folder).run(arguments);
    }

    @Test
    void makes_decisions_inconclusive_until_the_source_is_read_completely() throws IOException {
        catalog(BROKEN);
        long revision = server.graph.head().revision().number();
        Outcome refused = run("import", "catalog.yaml", "--source", "shop");
        assertThat(refused.exit()).isEqualTo(64);
        assertThat(refused.err()).containsPattern("catalog\\.yaml:\\d+:\\d+: error: unknown kind 'Componet'");
        assertThat(server.graph.head().revision().number()).isEqualTo(revision);

        Outcome part = run("import", "catalog.yaml", "--source", "shop", "--partial");
        assertThat(part.exit()).isZero();
        assertThat(part.out()).contains("0 removed; not read completely, so 1 are kept as they were");
        assertThat(part.err()).contains("unknown kind 'Componet'");

        Outcome unsure = run("check", "--change", "change.yaml");
        assertThat(unsure.exit()).isEqualTo(2);
        assertThat(unsure.out())
                .containsIgnoringCase("inconclusive")
                .contains("it was read only in part", "import its source again, complete");

        catalog("---\n" + SHIPPING);
        assertThat(run("import", "catalog.yaml", "--source", "shop").exit()).isZero();
        assertThat(run("check", "--change", "change.yaml").exit()).isZero();
    }

    @Test
    void is_the_same_over_rest() throws IOException {
        HttpResponse<String> refused = post("/api/v1/catalog", catalogBody(false));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("unknown kind 'Componet'");

        JsonNode part = Json.read(post("/api/v1/catalog", catalogBody(true)).body(), JsonNode.class);
        assertThat(part.path("complete").asBoolean(true)).isFalse();
        assertThat(part.path("kept")).hasToString("[\"component:default/shipping\"]");
        assertThat(part.path("notes").get(0).path("severity").asText()).isEqualTo("error");

        HttpResponse<String> decided =
                post("/api/v1/decisions", Shop.decision(Files.readString(folder.resolve("change.yaml")), "resilience"));
        assertThat(Json.read(decided.body(), JsonNode.class)
                        .at("/judgement/verdict")
                        .asText())
                .isEqualTo("inconclusive");
        assertThat(decided.body()).contains("\"why\":\"partial\"");
    }

    private Map<String, Object> catalogBody(boolean partial) {
        return Map.of("source", "shop", "partial", partial, "files", List.of(Shop.file(Shop.CATALOG + BROKEN)));
    }

    private HttpResponse<String> post(String path, Object body) {
        return server.send(server.post(path, token, Json.write(body)));
    }
}
