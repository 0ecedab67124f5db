package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    Path home;

    @Test
    void a_decision_is_a_span_of_the_callers_trace_and_carries_its_id() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            exchange.getRequestBody().transferTo(sent);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
        String decision;
        try (Telemetry telemetry = Telemetry.open(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));
                TestServer server = new TestServer(home, false, telemetry.api())) {
            server.importCatalog();
            decision = decide(server);
        } finally {
            collector.stop(0);
        }

        String spans = sent.toString(StandardCharsets.ISO_8859_1);
        assertThat(spans)
                .contains("POST /api/v1/decisions", "gatehouse.decision.id", decision, "gatehouse.decision.verdict")
                .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1));
    }

    private static String decide(TestServer server) {
        String change = new String(TestServer.change("award-loyalty-points").content(), StandardCharsets.UTF_8);
        String body = Json.write(Map.of(
                "change",
                Map.of("name", "change.yaml", "content", change),
                "artifacts",
                List.of(),
                "gates",
                List.of()));
        HttpResponse<String> response =
                server.send(server.post("/api/v1/decisions", server.token("ci", Actor.Role.OPERATOR), body)
                        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().firstValue("Gatehouse-Request")).contains(TRACE);
        return response.headers().firstValue("Gatehouse-Decision").orElseThrow();
    }

    @Test
    void without_a_collector_nothing_is_sent() {
        assertThat(Telemetry.open(Map.of()).sdk()).isNull();
    }
}
