package dev.gatehouse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @Test
    void reads_what_people_write() {
        assertThat(Durations.parse("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(Durations.parse("PT2S")).contains(Duration.ofSeconds(2));
        assertThat(Durations.parse("36525d")).contains(Duration.ofDays(36_525));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999d", "36525d1ms", "PT9999999999999H", "P-1D", "-2s"})
    void refuses_what_cannot_be_counted_in_nanoseconds(String text) {
        assertThat(Durations.parse(text)).isEmpty();
        assertThat(Durations.isTooLong(text)).isEqualTo(!text.contains("-"));
    }
}
