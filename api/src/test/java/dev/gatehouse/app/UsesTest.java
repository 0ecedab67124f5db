package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.judges.Uses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsesTest {
    private final Uses uses = new Uses();
    private final List<String> closed = new ArrayList<>();

    @Test
    void what_nobody_uses_ends_at_once() {
        uses.retire(() -> closed.add("a"));
        assertThat(closed).containsExactly("a");
    }

    @Test
    void what_somebody_may_use_ends_with_the_last_of_them() {
        Uses.Use first = uses.begin();
        Uses.Use second = uses.begin();
        uses.retire(() -> closed.add("a"));
        first.close();
        assertThat(closed).isEmpty();
        second.close();
        assertThat(closed).containsExactly("a");
    }

    @Test
    void who_begins_later_is_not_waited_for() {
        Uses.Use before = uses.begin();
        uses.retire(() -> closed.add("a"));
        Uses.Use after = uses.begin();
        before.close();
        assertThat(closed).containsExactly("a");
        after.close();
        assertThat(closed).containsExactly("a");
    }

    @Test
    void the_end_of_all_ends_what_still_waits() {
        uses.begin();
        uses.retire(() -> closed.add("a"));
        uses.close();
        assertThat(closed).containsExactly("a");
    }
}
