package dev.gatehouse.model.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.RegisteredChange.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteredChangeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Window SOON = new Window(NOW.plus(hours(1)), NOW.plus(hours(2)));

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static RegisteredChange change(State state, @Nullable Window window) {
        return new RegisteredChange(
                EntityRef.of(Kind.CHANGE, "points"),
                null,
                state,
                EntityRef.of(Kind.ENVIRONMENT, "production"),
                null,
                window,
                null,
                null,
                "sha256:1",
                Set.of(),
                NOW,
                NOW.plus(hours(2)));
    }

    @Test
    void what_is_approved_is_in_flight_from_its_window_on_until_that_is_over() {
        RegisteredChange approved = change(State.APPROVED, SOON);

        assertThat(approved.stateAt(NOW)).isEqualTo(State.APPROVED);
        assertThat(approved.stateAt(SOON.start())).isEqualTo(State.IN_FLIGHT);
        assertThat(approved.isOpenAt(SOON.start())).isTrue();
        assertThat(approved.stateAt(SOON.end())).isEqualTo(State.DROPPED);
        assertThat(approved.isOpenAt(SOON.end())).isFalse();
    }

    @Test
    void without_a_window_it_is_in_flight_once_it_is_approved() {
        assertThat(change(State.PROPOSED, null).stateAt(NOW)).isEqualTo(State.PROPOSED);
        assertThat(change(State.APPROVED, null).stateAt(NOW)).isEqualTo(State.IN_FLIGHT);
    }

    @Test
    void time_moves_nothing_that_is_over() {
        assertThat(change(State.DONE, SOON).stateAt(SOON.end())).isEqualTo(State.DONE);
        assertThat(change(State.DROPPED, SOON).isOpenAt(NOW)).isFalse();
    }
}
