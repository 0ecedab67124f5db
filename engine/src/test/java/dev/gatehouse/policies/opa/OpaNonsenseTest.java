package dev.gatehouse.policies.opa;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.program.Workspace;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is no answer is never taken for "nothing found".
@Timeout(60)
class OpaNonsenseTest {
    private static final PolicySet SET = Opas.set(Map.of("a", "deny contains \"x\" if input.ref == \"nobody\"\n"));
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private static Workspace workspace;
    private static ChildProcess child;
    private static URI opa;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        opa = URI.create("http://127.0.0.1:" + port);
        workspace = Workspace.of(SET.texts());
        List<String> words =
                List.of(Opas.binary().path().toString(), "run", "--server", "--addr", "127.0.0.1:" + port, ".");
        child = ChildProcess.start(new Command("OPA", words, Map.of(), workspace.folder()));
        OpaClient client = new OpaClient(HttpClient.newHttpClient(), opa, null, DEADLINE);
        child.awaitReady(client::healthy, Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        child.close();
        workspace.close();
        THREADS.shutdownNow();
    }

    /// What a server says instead of an answer.
    enum Nonsense implements HttpHandler {
        A_PAGE(200, "<html>"),
        NOTHING(200, ""),
        A_LIST(200, "[1, 2]"),
        A_TEXT(200, "\"fine\""),
        A_NUMBER_FOR_A_SET(200, "{\"result\": 7}"),
        A_SET_OF_NUMBERS(200, "{\"result\": [1, 2]}"),
        AN_OBJECT_WITHOUT_A_MESSAGE(200, "{\"result\": {\"allow\": true}}"),
        HALF_A_DOCUMENT(200, "{\"result\": ["),
        DEPTHS(200, "{\"result\": " + "[".repeat(100_000)),
        A_FAILURE(500, "{\"code\": \"internal_error\", \"message\": \"it broke\"}"),
        A_FAILURE_AS_A_PAGE(502, "<html>"),
        ANOTHER_PLACE(302, ""),
        NO_CONTENT(204, ""),
        NO_END(200, "") {
            @Override
            public void handle(HttpExchange exchange) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                byte[] much = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                try (OutputStream out = exchange.getResponseBody()) {
                    while (!Thread.currentThread().isInterrupted()) {
                        out.write(much);
                    }
                }
            }
        },
        AN_END_TOO_EARLY(200, "") {
            @Override
            public void handle(HttpExchange exchange) throws IOException {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                throw new IOException("breaks off");
            }
        };

        private final int status;
        private final String body;

        Nonsense(int status, String body) {
            this.status = status;
            this.body = body;
        }

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_says_nothing_else_fails_every_policy_by_name(Nonsense nonsense) throws IOException {
        HttpServer server = server();
        server.createContext("/", nonsense);
        assertFails(server);
    }

    @ParameterizedTest
    @EnumSource
    void a_server_with_the_right_policies_that_says_it_for_an_answer_fails_them_by_name(Nonsense nonsense)
            throws IOException {
        HttpServer server = server();
        server.createContext("/", nonsense);
        server.createContext("/v1/policies", OpaNonsenseTest::listed);
        assertFails(server);
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        return server;
    }

    private static void listed(HttpExchange exchange) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            byte[] body = client.send(
                            HttpRequest.newBuilder(opa.resolve("/v1/policies")).build(), BodyHandlers.ofByteArray())
                    .body();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void assertFails(HttpServer server) {
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (OpaPolicies policies = OpaPolicies.at(uri, null, SET, DEADLINE)) {
            Judgement judgement = policies.judge()
                    .judge(List.of(Opas.ask(Opas.sheet(Opas.SHOP), SET)))
                    .getFirst();
            assertThat(judgement.findings()).isEmpty();
            assertThat(judgement.failed()).containsOnlyKeys("a");
            assertThat(judgement.failed().get("a")).isNotBlank().containsAnyOf("OPA", "compliance/a/policy.rego");
        } finally {
            server.stop(0);
        }
    }
}
