package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Served.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Imports that meet: each ends well, or is told that somebody was first, and what stands is what one after the other
/// would have left.
@Timeout(120)
class TwoImportsTest {
    private static final int AT_ONCE = 4;
    private static Served server;

    @BeforeAll
    static void start() {
        server = Served.shared();
    }

    @Test
    void of_one_source_leave_what_one_of_them_declared() throws Exception {
        for (int round = 0; round < 3; round++) {
            List<Answer> answers = atOnce("raced", "raced");

            List<String> declared = IntStream.range(0, AT_ONCE)
                    .filter(i -> exists("raced-" + i + "-a"))
                    .mapToObj(i -> "raced-" + i)
                    .toList();
            assertThat(declared).as("of %s", answers).hasSize(1);
            assertThat(exists(declared.getFirst() + "-b")).isTrue();
            assertAcknowledged(answers);
        }
    }

    @Test
    void of_different_sources_leave_all_that_was_acknowledged() throws Exception {
        List<Answer> answers = atOnce("met", null);

        for (int i = 0; i < AT_ONCE; i++) {
            boolean acknowledged = answers.get(i).status() == 200;
            assertThat(exists("met-" + i + "-a")).isEqualTo(acknowledged);
            assertThat(exists("met-" + i + "-b")).isEqualTo(acknowledged);
        }
        assertAcknowledged(answers);
    }

    private static void assertAcknowledged(List<Answer> answers) {
        TreeSet<Integer> revisions = new TreeSet<>();
        for (Answer answer : answers) {
            if (answer.status() == 200) {
                assertThat(revisions.add(answer.body().path("revision").asInt()))
                        .isTrue();
            } else {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
                assertThat(answer.detail()).contains("again");
            }
        }
        assertThat(revisions).isNotEmpty();
    }

    /// @param source null gives each its own
    private static List<Answer> atOnce(String name, @Nullable String source) throws Exception {
        List<Callable<Answer>> imports = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Map<String, Object> body = Map.of(
                    "source",
                    source == null ? name + "-" + i : source,
                    "allowRemovals",
                    true,
                    "files",
                    List.of(Shop.file(
                            Shop.component(name + "-" + i + "-a") + "---\n" + Shop.component(name + "-" + i + "-b"))));
            imports.add(() -> server.post("/api/v1/catalog", body));
        }
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> answer : threads.invokeAll(imports)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static boolean exists(String component) {
        return server.get("/api/v1/entities/component/default/" + component).status() == 200;
    }
}
