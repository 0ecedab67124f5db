package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.client.RestClient;
import dev.gatehouse.client.ServerUnreachableException;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Actor.Role;
import dev.gatehouse.rest.RestConfig;
import dev.gatehouse.rest.RestServer;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.UseCases;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestSecurityTest {
    private static final String IMPORT =
            "{\"source\":\"s\",\"files\":[{\"name\":\"a.yaml\",\"content\":\"kind: Nothing\"}]}";

    @TempDir
    static Path home;

    private static TestServer server;
    private static String admin;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(home, false);
        admin = Files.readString(home.resolve("token"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path) {
        return server.send(server.request(path));
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Json.read(response.body(), JsonNode.class);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    @Test
    void keeps_the_administrators_token_for_its_owner_and_only_hashes_beside_it() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("tokens.json"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("tokens.json")).content().contains("sha256:").doesNotContain(admin);
    }

    @Test
    void refuses_writes_without_a_token_and_leaves_an_entry() {
        long before = server.audit.verify().entries();
        HttpResponse<String> response = server.send(server.post("/api/v1/catalog", null, IMPORT));
        problem(response, 401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"gatehouse\"");
        assertThat(server.audit.verify().entries()).isEqualTo(before + 1);
    }

    @Test
    void refuses_an_unknown_token_even_to_read_and_never_repeats_it() {
        HttpResponse<String> response =
                server.send(server.request("/api/v1/changes").header("Authorization", "Bearer not-a-token"));
        assertThat(problem(response, 401).toString()).doesNotContain("not-a-token");
    }

    @Test
    void refuses_an_expired_token_and_says_since_when(@TempDir Path other) {
        String secret;
        try (TestServer past = new TestServer(other, false)) {
            secret = past.tokens
                    .create("ci", Set.of(Role.VIEWER), TestServer.NOW, TestServer.NOW.plusSeconds(1))
                    .secret();
            assertThatThrownBy(() -> past.tokens.authenticate(secret, TestServer.NOW.plusSeconds(1)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("'ci' expired at 2026-11-20T10:00:01Z");
            assertThat(past.tokens.authenticate(secret, TestServer.NOW).name()).isEqualTo("ci");
        }
    }

    @Test
    void refuses_a_revoked_token() {
        String secret = server.token("gone", Role.VIEWER);
        server.tokens.revoke("gone");
        problem(server.send(server.post("/api/v1/decisions", secret, "{}")), 401);
    }

    @Test
    void refuses_a_viewer_who_imports_and_leaves_an_entry() {
        String viewer = server.token("viewer", Role.VIEWER);
        long before = server.audit.verify().entries();
        JsonNode problem = problem(server.send(server.post("/api/v1/catalog", viewer, IMPORT)), 403);
        assertThat(problem.path("detail").asText())
                .isEqualTo(
                        "viewer (viewer) may not catalog:import s; it takes the role admin or architect or operator");
        assertThat(server.audit.verify().entries()).isEqualTo(before + 1);
        assertThatThrownBy(() -> server.remote(viewer)
                        .imports()
                        .run(Actor.ADMINISTRATOR, new Import.Request("s", null, List.of(), false, false, false)))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "viewer (viewer) may not catalog:import s; it takes the role admin or architect or operator");
    }

    @Test
    void demands_a_token_to_read_where_configured_but_tells_its_health(@TempDir Path other) {
        try (TestServer strict = new TestServer(other, true)) {
            problem(strict.send(strict.request("/api/v1/changes")), 401);
            problem(strict.send(strict.request("/health/../api/v1/changes")), 401);
            assertThat(strict.send(strict.request("/health/ready")).statusCode())
                    .isEqualTo(200);
            assertThat(strict.send(strict.request("/health/ready")).body()).isEqualTo("{\"status\":\"up\"}");
            assertThat(strict.send(strict.request("/health/ready")
                                    .header("Authorization", "Bearer " + strict.token("watch", Role.VIEWER)))
                            .body())
                    .contains("graphRevision");
        }
    }

    @Test
    void refuses_to_be_asked_under_a_foreign_name() throws IOException {
        assertThat(raw("GET /api/v1/changes HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET /api/v1/changes HTTP/1.1\r\nHost: gate.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET http://evil.example/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void refuses_pages_of_other_servers() {
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
            problem(server.send(server.request("/api/v1/changes").header("Origin", origin)), 403);
        }
        String own = server.server.uri().toString();
        assertThat(server.send(server.request("/api/v1/changes").header("Origin", own))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuses_a_body_that_is_too_large_before_it_is_read() throws IOException {
        String answer = raw("POST /api/v1/catalog HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin
                + "\r\nContent-Type: application/json\r\nContent-Length: 134217729\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("128 MiB", "split them over several sources");
    }

    @Test
    void a_body_that_breaks_off_is_no_failure_of_ours() throws IOException {
        String head = "POST /api/v1/catalog HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server.uri().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("500", "incident");
        }
    }

    @Test
    void refuses_what_is_no_json_with_its_place() {
        JsonNode problem = problem(server.send(server.post("/api/v1/catalog", admin, "{\n  \"source\": nope}")), 400);
        assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(problem.path("detail").asText()).contains("line 2");
        problem(server.send(server.post("/api/v1/catalog", admin, "")), 400);
        problem(server.send(server.post("/api/v1/catalog", admin, "[]")), 400);
        problem(server.send(server.post("/api/v1/catalog", admin, "{} {}")), 400);
        problem(server.send(server.post("/api/v1/catalog", admin, "{\"source\":\"a\",\"source\":\"b\"}")), 400);
    }

    @Test
    void names_the_nearest_known_key_and_every_mistake_at_once() {
        JsonNode problem = problem(
                server.send(server.post("/api/v1/catalog", admin, "{\"sorce\":\"s\",\"files\":[{\"nam\":\"a\"}]}")),
                400);
        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/sorce", "/source", "/files/0/nam", "/files/0/name");
        assertThat(problem.path("detail").asText()).contains("did you mean 'source'?");
    }

    @Test
    void tells_mistakes_of_documents_with_file_and_line() {
        JsonNode problem = problem(server.send(server.post("/api/v1/catalog", admin, IMPORT)), 422);
        assertThat(problem.at("/errors/0/file").asText()).isEqualTo("a.yaml");
        assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(1);
    }

    @Test
    void finds_nothing_by_an_id_that_leaves_the_folder() throws IOException {
        for (String id : List.of("..%2f..%2ftoken", "..", "%2e%2e%2ftoken", "nothing")) {
            String answer = raw(
                    "GET /api/v1/decisions/" + id + " HTTP/1.1\r\nHost: localhost\r\n" + "Connection: close\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1.1 40[045] .*").doesNotContain(admin);
        }
        JsonNode problem = problem(get("/api/v1/decisions/..\\token".replace("\\", "%5C")), 400);
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }

    @Test
    void takes_no_other_form_than_json() {
        HttpRequest.Builder form = server.request("/api/v1/catalog")
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(IMPORT));
        problem(server.send(form), 415);
        problem(get("/api/v1/nothing"), 404);
        problem(
                server.send(server.request("/api/v1/changes")
                        .header("Authorization", "Bearer " + admin)
                        .DELETE()),
                405);
        problem(get("/api/v1/changes?limit=many"), 400);
        problem(get("/api/v1/changes?cursor=x"), 400);
    }

    @Test
    void sends_security_headers_and_the_id_of_the_trace() {
        HttpResponse<String> response = server.send(server.request("/api/v1/changes")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Gatehouse-Request")).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void does_not_start_off_loopback_without_tls() {
        RestConfig open = new RestConfig("0.0.0.0", 0, Set.of(), false, null);
        assertThatThrownBy(() -> RestServer.start(
                        server.here,
                        server.tokens,
                        server.audit,
                        server.state(),
                        () -> TestServer.NOW,
                        open,
                        OpenTelemetry.noop()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("TLS is demanded");
    }

    @Test
    void speaks_tls_with_who_knows_its_certificate(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("own.p12");
        Path authority = folder.resolve("own.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "own",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-file",
                authority.toString());
        RestConfig config = new RestConfig("127.0.0.1", 0, Set.of(), false, new RestConfig.Tls(store, "changeit"));
        try (RestServer encrypted = RestServer.start(
                server.here,
                server.tokens,
                server.audit,
                server.state(),
                () -> TestServer.NOW,
                config,
                OpenTelemetry.noop())) {
            assertThat(encrypted.uri().getScheme()).isEqualTo("https");
            UseCases known = RestClient.of(encrypted.uri(), null, authority, RestClient.DEADLINE);
            assertThat(known.waivers().list(Badges.ANONYMOUS)).isNotNull();
            UseCases unknown = RestClient.of(encrypted.uri(), null, null, RestClient.DEADLINE);
            assertThatThrownBy(() -> unknown.waivers().list(Badges.ANONYMOUS))
                    .isInstanceOf(ServerUnreachableException.class)
                    .hasMessageContaining("its certificate is not trusted");
        }
    }

    private static void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
