package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.Served.Answer;
import dev.gatehouse.app.Served.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// OPA under a running server: gone, and hanging.
@Timeout(180)
class OpaFaultTest {
    /// What OPA has said about an input is remembered, so each change is a new one.
    private static final AtomicInteger CHANGES = new AtomicInteger();

    private static Served server;

    @BeforeAll
    static void start() {
        server = Served.shared();
    }

    @Test
    void when_it_is_killed_the_next_decision_has_another_one_answer() {
        Answer before = decide();
        List<ProcessHandle> killed = server.parts(Served.OPA);
        assertThat(killed).as("one for access, one that judges").hasSize(2);

        killed.forEach(opa -> Served.signal("KILL", opa));

        Answer after = decide();
        assertThat(after.status()).isEqualTo(201);
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(findings(after)).isEqualTo(findings(before)).contains("encryption-in-transit");
        assertThat(server.parts(Served.OPA)).hasSize(2).doesNotContainAnyElementsOf(killed);
    }

    @Test
    void when_it_hangs_nobody_may_anything_then_its_gate_is_in_error_then_all_is_well() throws IOException {
        Answer before = decide();
        List<ProcessHandle> hanging = server.parts(Served.OPA);
        hanging.forEach(opa -> Served.signal("STOP", opa));

        Answer refused = decide();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail())
                .startsWith("Nobody could tell whether 'administrator' may")
                .contains("OPA at http://", "ask again");

        Files.writeString(server.folder.resolve("hanging.yaml"), change());
        Outcome check = server.command("check", "--change", "hanging.yaml", "-o", "json");
        assertThat(check.exit()).as(check.toString()).isEqualTo(3);
        Answer error = Answer.of(201, check.out());
        assertThat(error.verdict()).isEqualTo("error");
        assertThat(error.verdict("compliance")).isEqualTo("error");
        assertThat(gate(error, "compliance")
                        .path("failed")
                        .path("encryption-in-transit")
                        .path("why")
                        .asText())
                .contains("OPA at http://", "did not answer within");
        assertThat(error.verdict("value")).isEqualTo(before.verdict("value")).isNotEqualTo("error");
        assertThat(findings(error)).contains("tier-inversion").doesNotContain("encryption-in-transit");

        Answer after = decide();
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(findings(after)).isEqualTo(findings(before));
        assertThat(hanging).noneMatch(ProcessHandle::isAlive);
    }

    private static Answer decide() {
        return server.post("/api/v1/decisions", Shop.decision(change()));
    }

    private static String change() {
        return Shop.change("c" + CHANGES.incrementAndGet(), "production", Shop.UNENCRYPTED.formatted(CHANGES.get()));
    }

    private static JsonNode gate(Answer decision, String name) {
        for (JsonNode gate : decision.body().path("judgement").path("gates")) {
            if (gate.path("gate").asText().equals(name)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + name);
    }

    private static List<String> findings(Answer decision) {
        return decision.body().path("judgement").findValuesAsText("ruleId");
    }
}
