package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Served.Answer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class KilledServerTest {
    @TempDir
    private Path folder;

    @Test
    void all_that_was_acknowledged_is_there_after_kill_9_and_decides_as_before() {
        Path home = folder.resolve("state");
        String change = Shop.change("points", "staging", "");
        String ann;
        String decision;
        Answer replay;
        try (Served server = Served.start(home, folder)) {
            ann = server.token("ann", "approver");
            server.post("/api/v1/catalog", Map.of("source", "shop", "files", List.of(Shop.file(Shop.CATALOG))));
            Map<String, Object> registering = new HashMap<>(Shop.decision(change));
            registering.put("register", true);
            server.post("/api/v1/decisions", registering);
            decision = server.post("/api/v1/decisions", Shop.decision(change, "resilience"))
                    .body()
                    .path("decisionId")
                    .asText();
            server.postAs(ann, "/api/v1/decisions/" + decision + "/approve", Map.of("reason", "agreed"));
            server.crash();
        }

        try (Served server = Served.start(home, folder)) {
            assertThat(server.get("/api/v1/entities/component/default/checkout").status())
                    .isEqualTo(200);
            assertThat(server.get("/api/v1/changes").body().toString()).contains("change:default/points");
            replay = server.postAs(ann, "/api/v1/decisions/" + decision + "/replay", Map.of());
            assertThat(replay.body().path("same").asBoolean())
                    .as(replay.toString())
                    .isTrue();
            assertThat(server.post("/api/v1/decisions", Shop.decision(change, "resilience"))
                            .verdict())
                    .isEqualTo("allow");
        }
    }
}
