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
    void equal_numbers_are_equal_however_they_were_computed() {
        Measure measure = Measure.atLeast(0.9990, new BigDecimal("1E+2"), "%");

        assertThat(measure).isEqualTo(Measure.atLeast(new BigDecimal("0.99900"), 100, "%"));
        assertThat(Json.read(Json.bytes(measure), Measure.class)).isEqualTo(measure);
    }
}
