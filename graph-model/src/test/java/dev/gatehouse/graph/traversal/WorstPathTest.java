package dev.gatehouse.graph.traversal;

import static dev.gatehouse.graph.Sketch.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.graph.Sketch;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.component.Criticality;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorstPathTest {
    private final Snapshot shop = Sketch.sketch()
            .component("web", latency(10))
            .component("fast", latency(1))
            .component("slow", latency(20))
            .component("archive", latency(9_000))
            .hard("web", "fast", Map.of("retries", 2))
            .hard("fast", "database", Map.of("retries", 3))
            .hard("web", "slow", Map.of("retries", 5))
            .hard("slow", "archive", Map.of("protocol", "Kafka"))
            .answersWithin("database", Duration.ofMillis(50))
            .hard("database", "disk")
            .snapshot();

    private static Map<String, Object> latency(int millis) {
        return Map.of("latency", Duration.ofMillis(millis));
    }

    @Test
    void adds_up_the_longest_wait_and_stops_at_a_promise() {
        WorstPath.Latency latency = WorstPath.latency(shop, shop.indexOf(ref("web")));

        assertThat(latency.total()).isEqualTo(Duration.ofMillis(61));
        assertThat(latency.hops()).extracting(Hop::to).containsExactly(ref("fast"), ref("database"));
        assertThat(latency.complete()).isTrue();
    }

    @Test
    void a_wait_beyond_all_counting_stays_at_the_greatest_that_can_be_counted() {
        Map<String, Object> ages = Map.of("latency", Duration.ofDays(999_999_999));
        Snapshot slow = Sketch.sketch()
                .component("web", ages)
                .component("slow", ages)
                .hard("web", "slow")
                .snapshot();

        assertThat(WorstPath.latency(slow, slow.indexOf(ref("web"))).total())
                .isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void waits_for_nothing_asynchronous() {
        assertThat(WorstPath.latency(shop, shop.indexOf(ref("slow"))).total()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void names_what_has_no_known_latency() {
        WorstPath.Latency latency = WorstPath.latency(shop, shop.indexOf(ref("database")));

        assertThat(latency.unknown()).containsExactly(ref("database"), ref("disk"));
    }

    @Test
    void multiplies_attempts_along_a_path() {
        WorstPath.Retries retries = WorstPath.retries(shop, shop.indexOf(ref("web")));

        assertThat(retries.attempts()).isEqualTo(12);
        assertThat(retries.unknown()).containsExactly(ref("dependency:database-to-disk"));
    }

    @Test
    void nobody_above_retries_what_its_owner_survives() {
        Snapshot survived = Sketch.sketch()
                .hard("web", "checkout", Map.of("retries", 2))
                .hard("checkout", "loyalty", Map.of("retries", 4, "criticality", Criticality.SOFT))
                .hard("checkout", "rates", Map.of("retries", 4, "fallback", true))
                .hard("checkout", "here", Map.of("retries", 4, "anyOf", "place"))
                .hard("checkout", "there", Map.of("retries", 4, "anyOf", "place"))
                .snapshot();

        assertThat(WorstPath.retries(survived, survived.indexOf(ref("web"))).attempts())
                .isEqualTo(3);
        assertThat(WorstPath.retries(survived, survived.indexOf(ref("checkout")))
                        .attempts())
                .isEqualTo(5);
    }

    @Test
    void a_call_that_is_not_retried_passes_the_failure_on() {
        Snapshot chain = Sketch.sketch()
                .hard("web", "checkout", Map.of("retries", 2))
                .hard("checkout", "loyalty", Map.of("retries", 0))
                .hard("loyalty", "database", Map.of("retries", 3))
                .snapshot();

        WorstPath.Retries retries = WorstPath.retries(chain, chain.indexOf(ref("web")));

        assertThat(retries.attempts()).isEqualTo(12);
        assertThat(retries.hops()).extracting(Hop::to).last().isEqualTo(ref("database"));
    }

    @Test
    void a_circle_has_no_known_bound() {
        Snapshot circle = Sketch.sketch()
                .component("a", latency(1))
                .component("b", latency(2))
                .hard("a", "b")
                .hard("b", "a")
                .snapshot();

        WorstPath.Latency latency = WorstPath.latency(circle, circle.indexOf(ref("a")));

        assertThat(latency.total()).isEqualTo(Duration.ofMillis(3));
        assertThat(latency.unknown()).containsExactly(ref("dependency:b-to-a"));
    }
}
