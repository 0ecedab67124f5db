package dev.gatehouse.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void less_or_more_of_it_is_worse() {
        assertThat(Measure.atMost(5, 3, "ms").isWorseThan(Measure.atMost(4, 3, "ms")))
                .isTrue();
        assertThat(Measure.atLeast(5, 3, "replicas").isWorseThan(Measure.atLeast(4, 3, "replicas")))
                .isFalse();
        assertThat(Measure.atMost(5, 3, "ms").isWorseThan(Measure.atMost(5.0, 3, "ms")))
                .isFalse();
        assertThat(Measure.atMost(5, 3, "ms").isWorseThan(null)).isFalse();
    }

    @Test
    void a_bare_number_has_no_unit_and_keeps_none_when_written_and_read() {
        Measure bare = Measure.atMost(2, 1, "");

        assertThat(bare).hasToString("2 (at most 1)");
        assertThat(Json.read(Json.bytes(bare), Measure.class)).isEqualTo(bare);
    }

    @Test
    void people_read_one_replica_and_tier_three() {
        assertThat(Measure.atLeast(1, 2, "replicas").words()).isEqualTo("1 replica (at least 2 replicas)");
        assertThat(Measure.atLeast(0, 1.0, "zones").words()).isEqualTo("0 zones (at least 1 zone)");
        assertThat(Measure.atMost(3, 1, "tier").words()).isEqualTo("tier 3 (at most tier 1)");
        assertThat(Measure.atMost(1.5, 1, "percentage points").words())
                .isEqualTo("1.5 percentage points (at most 1 percentage point)");
        assertThat(Measure.atMost(1, 0, "classes").words()).isEqualTo("1 class (at most 0 classes)");
        assertThat(Measure.atMost(1, 0, "retries").words()).isEqualTo("1 retry (at most 0 retries)");
        assertThat(Measure.atMost(239, 1, "ms").words()).isEqualTo("239 ms (at most 1 ms)");
        assertThat(Measure.atMost(2, 1, "access").words()).isEqualTo("2 access (at most 1 access)");
        assertThat(Measure.atMost(64, 1, "kg/month").words()).isEqualTo("64 kg/month (at most 1 kg/month)");
        assertThat(Measure.atMost(2, 1, "").words()).isEqualTo("2 (at most 1)");
    }

    @Test
    void equal_numbers_are_equal_however_they_were_computed() {
        Measure measure = Measure.atLeast(0.9990, new BigDecimal("1E+2"), "%");

        assertThat(measure).isEqualTo(Measure.atLeast(new BigDecimal("0.99900"), 100, "%"));
        assertThat(Json.read(Json.bytes(measure), Measure.class)).isEqualTo(measure);
    }
}
