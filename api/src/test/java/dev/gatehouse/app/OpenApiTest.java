package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatehouse.document.Json;
import dev.gatehouse.rest.resource.CatalogResource;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server is what its OpenAPI document says, no less and no more.
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @TempDir
    static java.nio.file.Path home;

    private static TestServer server;
    private static String token = "";
    private static JsonNode api;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(home, false);
        server.importCatalog();
        token = Files.readString(home.resolve("token"));
        api = Json.read(server.send(server.request("/openapi.json")).body(), JsonNode.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void is_a_valid_document() throws IOException {
        try (InputStream schema = OpenApiTest.class.getResourceAsStream("openapi-3.1.json")) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(mistakes(dialect().getSchema(text, InputFormat.JSON), api))
                    .isEmpty();
        }
        Schema ofSchemas =
                dialect().getSchema("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}", InputFormat.JSON);
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(mistakes(ofSchemas, schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
    }

    @Test
    void has_each_route_of_the_server_and_no_other() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackagesOf(CatalogResource.class)) {
            if (type.isAnnotatedWith(Path.class)) {
                Resource resource = Resource.from(type.reflect());
                routes.addAll(routes("", resource));
            }
        }
        assertThat(described()).isEqualTo(routes);
    }

    private static Set<String> routes(String above, Resource resource) {
        String path = (above + "/" + resource.getPath()).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        Set<String> routes = new TreeSet<>();
        resource.getResourceMethods().forEach(method -> routes.add(method.getHttpMethod() + " " + path));
        resource.getChildResources().forEach(child -> routes.addAll(routes(path, child)));
        return routes;
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return described;
    }

    @Test
    void each_route_answers_with_a_status_of_its_own() {
        for (String route : described()) {
            String path = route.substring(route.indexOf(' ') + 1);
            String asked = path.replace("{kind}", "component").replaceAll("\\{[a-z]+}", "x");
            String method = route.substring(0, route.indexOf(' '));
            HttpResponse<String> answer = server.send(server.request(asked)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : "")));
            assertDescribed(path, method.toLowerCase(Locale.ROOT), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/entities/component",
                "/api/v1/entities/dependency",
                "/api/v1/entities/waiver",
                "/api/v1/entities/group",
                "/api/v1/entities/component/default/checkout",
                "/api/v1/components/default/identity/blast-radius",
                "/api/v1/findings",
                "/api/v1/changes",
                "/api/v1/waivers",
                "/api/v1/rules"
            })
    void what_can_be_read_has_the_shape_that_is_described(String path) {
        HttpResponse<String> answer = server.send(server.request(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertDescribed(template(path), "get", answer);
    }

    @Test
    void a_decision_and_all_that_is_told_of_it_have_the_shape_that_is_described() {
        String content = new String(TestServer.change("award-loyalty-points").content(), StandardCharsets.UTF_8);
        String body = Json.write(
                Map.of("change", Map.of("name", "c.yaml", "content", content), "at", "2026-11-20T10:00:00Z"));
        HttpResponse<String> made = server.send(server.post("/api/v1/decisions", token, body));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertDescribed("/api/v1/decisions", "post", made);
        String id = Json.read(made.body(), JsonNode.class).path("decisionId").asText();
        for (String told : List.of("", "/evidence", "/explanation")) {
            HttpResponse<String> answer = server.send(server.request("/api/v1/decisions/" + id + told));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertDescribed("/api/v1/decisions/{id}" + told, "get", answer);
        }
        HttpResponse<String> again = server.send(server.request("/api/v1/decisions/" + id + "/replay")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertDescribed("/api/v1/decisions/{id}/replay", "post", again);
    }

    @Test
    void the_evaluation_of_a_plan_and_all_that_is_told_of_it_have_the_shape_that_is_described() {
        String plan = """
                apiVersion: gatehouse.dev/v1
                kind: Plan
                metadata: {name: p}
                spec: {environment: production, steps: [{name: raise, change: {operations: [
                  {addDependency: {from: checkout, to: loyalty, criticality: hard}}]}}]}
                """;
        String body = Json.write(Map.of("plan", Map.of("name", "p.yaml", "content", plan)));
        HttpResponse<String> made = server.send(server.post("/api/v1/plans/evaluate", token, body));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertDescribed("/api/v1/plans/evaluate", "post", made);
        String location = made.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(location).startsWith("/api/v1/plans/evaluations/plan-");
        String described = "/api/v1/plans/evaluations/{id}";
        for (String told : List.of("", "/evidence")) {
            assertDescribed(described + told, "get", server.send(server.request(location + told)));
        }
        HttpResponse<String> again = server.send(server.request(location + "/replay")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertDescribed(described + "/replay", "post", again);
    }

    /// The described path that a path is an example of.
    private static String template(String path) {
        List<String> templates = new ArrayList<>();
        api.path("paths").fieldNames().forEachRemaining(templates::add);
        return templates.stream()
                .filter(template -> path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .orElseThrow();
    }

    private static void assertDescribed(String path, String method, HttpResponse<String> answer) {
        String what = method + " " + path + ": " + answer.statusCode() + " "
                + answer.body().substring(0, Math.min(200, answer.body().length()));
        JsonNode described =
                api.path("paths").path(path).path(method).path("responses").path(String.valueOf(answer.statusCode()));
        assertThat(described.isMissingNode()).as(what).isFalse();
        JsonNode response =
                described.has("$ref") ? api.at(described.path("$ref").asText().substring(1)) : described;
        String type = essence(answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode schema = response.path("content").properties().stream()
                .filter(content -> essence(content.getKey()).equals(type))
                .map(content -> content.getValue().path("schema"))
                .findFirst()
                .orElse(MissingNode.getInstance());
        assertThat(schema.isMissingNode())
                .as(type + " of " + what)
                .isEqualTo(answer.body().isEmpty());
        if (type.endsWith("json")) {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", api.path("components"));
            Schema compiled = dialect().getSchema(whole);
            assertThat(mistakes(compiled, Json.read(answer.body(), JsonNode.class)))
                    .as(what)
                    .isEmpty();
        }
    }

    /// A media type without its parameters.
    private static String essence(String mediaType) {
        return mediaType.replaceFirst(";.*", "");
    }

    private static List<String> mistakes(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    private static SchemaRegistry dialect() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }
}
