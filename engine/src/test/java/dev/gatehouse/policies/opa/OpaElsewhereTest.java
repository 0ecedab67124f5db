package dev.gatehouse.policies.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.policies.NoAnswerException;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.program.Workspace;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpaElsewhereTest {
    private static final PolicySet SET =
            Opas.set(Map.of("a", "deny contains sprintf(\"%s\", [input.ref]) if data.compliance.a.on\n"));

    private static PolicySet withTable(boolean on) {
        Map<String, String> texts = new java.util.TreeMap<>(SET.texts());
        texts.put("compliance/a/data.json", "{\"on\": " + on + "}");
        return Opas.set(texts, PolicySet.Source.OWN);
    }

    private static Judgement judge(PolicySet running, PolicySet expected) throws IOException {
        return asked(running, server -> {
            try (OpaPolicies policies = OpaPolicies.at(server, null, expected, OpaPolicies.DEADLINE)) {
                return policies.judge()
                        .judge(List.of(Opas.ask(Opas.sheet(Opas.SHOP), expected)))
                        .getFirst();
            }
        });
    }

    private static <T extends @Nullable Object> T asked(PolicySet running, Function<URI, T> question)
            throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI server = URI.create("http://127.0.0.1:" + port);
        List<String> words =
                List.of(Opas.binary().path().toString(), "run", "--server", "--addr", "127.0.0.1:" + port, ".");
        OpaClient client = new OpaClient(HttpClient.newHttpClient(), server, null, OpaPolicies.DEADLINE);
        try (Workspace workspace = Workspace.of(running.texts());
                ChildProcess child = ChildProcess.start(new Command("OPA", words, Map.of(), workspace.folder()))) {
            child.awaitReady(client::healthy, Duration.ofSeconds(20));
            return question.apply(server);
        }
    }

    private static OpaPolicies answering(HttpServer server, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return OpaPolicies.at(uri, null, SET, OpaPolicies.DEADLINE);
    }

    @Test
    void judges_where_the_same_policies_run() throws IOException {
        Judgement judgement = judge(withTable(true), withTable(true));
        assertThat(judgement.failed()).isEmpty();
        assertThat(judgement.findings()).hasSize(1);
    }

    @Test
    void fails_where_another_text_or_another_table_runs() throws IOException {
        assertThat(judge(withTable(true), withTable(false)).failed().get("a")).contains("instead of sha256:");
        PolicySet other = Opas.set(Map.of("a", "deny contains \"x\"\n"));
        assertThat(judge(other, SET).failed().get("a")).contains("runs policies with the digest");
    }

    @Test
    void says_beforehand_whether_the_same_policies_run() throws IOException {
        Function<URI, @Nullable Throwable> verified =
                server -> catchThrowable(() -> OpaPolicies.verify(server, null, withTable(true), OpaPolicies.DEADLINE));
        assertThat(asked(withTable(true), verified)).isNull();
        assertThat(asked(withTable(false), verified))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("runs policies with the digest");
        assertThat(verified.apply(URI.create("http://127.0.0.1:1"))).hasMessageContaining("cannot be reached");
    }

    @Test
    void fails_where_nonsense_is_answered() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (OpaPolicies policies = answering(server, "<html>")) {
            Judgement judgement = policies.judge()
                    .judge(List.of(Opas.ask(Opas.sheet(Opas.SHOP), SET)))
                    .getFirst();
            assertThat(judgement.failed().get("a")).contains("not JSON");
            assertThatThrownBy(
                            () -> policies.authority().answer("access/decision", JsonNodeFactory.instance.objectNode()))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("policies/access/decision did not answer");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void fails_where_nobody_is() {
        OpaPolicies policies = OpaPolicies.at(URI.create("http://127.0.0.1:1"), null, SET, OpaPolicies.DEADLINE);
        Judgement judgement = policies.judge()
                .judge(List.of(Opas.ask(Opas.sheet(Opas.SHOP), SET)))
                .getFirst();
        assertThat(judgement.failed().get("a")).contains("cannot be reached");
        policies.close();
    }
}
