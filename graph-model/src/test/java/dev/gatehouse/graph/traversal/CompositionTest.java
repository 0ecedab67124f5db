package dev.gatehouse.graph.traversal;

import static dev.gatehouse.graph.Sketch.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.graph.Sketch;
import dev.gatehouse.graph.Snapshot;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static Composition compose(Sketch sketch, String name) {
        Snapshot snapshot = sketch.snapshot();
        return Composition.of(snapshot, snapshot.indexOf(ref(name)));
    }

    @Test
    void a_diamond_counts_a_shared_dependency_once() {
        Composition composition = compose(
                Sketch.sketch()
                        .hard("web", "left", "right")
                        .hard("left", "database")
                        .hard("right", "database")
                        .promises("database", 0.99),
                "web");

        assertThat(composition.availability()).isEqualTo(0.99);
        assertThat(composition.terms()).singleElement().satisfies(term -> {
            assertThat(term.component()).isEqualTo(ref("database"));
            assertThat(term.path()).extracting(Hop::to).containsExactly(ref("left"), ref("database"));
        });
        assertThat(composition.unpromised()).containsExactly(ref("left"), ref("right"));
        assertThat(composition.complete()).isTrue();
    }

    @Test
    void a_promise_includes_what_stands_below_it() {
        Composition composition = compose(
                Sketch.sketch()
                        .hard("web", "payments")
                        .hard("payments", "bank")
                        .promises("payments", 0.999)
                        .promises("payments", 0.99)
                        .promises("bank", 0.5),
                "web");

        assertThat(composition.availability()).isEqualTo(0.99);
    }

    @Test
    void alternatives_count_in_parallel() {
        Composition composition = compose(
                Sketch.sketch()
                        .anyOf("web", "pay", "visa", "paypal")
                        .hard("web", "database")
                        .promises("visa", 0.9)
                        .hard("paypal", "bank")
                        .promises("bank", 0.8)
                        .promises("database", 0.99),
                "web");

        assertThat(composition.availability()).isCloseTo(0.99 * (1 - 0.1 * 0.2), within(1e-12));
        assertThat(composition.alternatives()).singleElement().satisfies(group -> {
            assertThat(group.from()).isEqualTo(ref("web"));
            assertThat(group.terms()).extracting(Composition.Term::component).containsExactly(ref("bank"), ref("visa"));
        });
        assertThat(composition.unpromised()).containsExactly(ref("paypal"));
    }

    @Test
    void a_leaf_without_a_promise_makes_it_incomplete() {
        Composition composition =
                compose(Sketch.sketch().hard("web", "database", "legacy").promises("database", 0.99), "web");

        assertThat(composition.complete()).isFalse();
        assertThat(composition.unknown()).containsExactly(ref("legacy"));
    }

    @Test
    void a_circle_without_any_promise_makes_it_incomplete() {
        Composition composition =
                compose(Sketch.sketch().hard("web", "a").hard("a", "b").hard("b", "a", "web"), "web");

        assertThat(composition.unknown()).containsExactly(ref("a"), ref("b"));
    }

    @Test
    void a_need_that_nobody_weighed_makes_it_incomplete() {
        Composition composition =
                compose(Sketch.sketch().vague("web", "database").promises("database", 0.99), "web");

        assertThat(composition.unknown()).containsExactly(ref("dependency:web-to-database"));
    }

    @Test
    void soft_and_observed_needs_count_for_nothing() {
        Composition composition = compose(
                Sketch.sketch().soft("web", "search").observed("web", "ads").promises("search", 0.5), "web");

        assertThat(composition.availability()).isEqualTo(1);
        assertThat(composition.complete()).isTrue();
    }

    @Test
    void alternatives_that_need_each_other_come_to_an_end() {
        Composition composition = compose(
                Sketch.sketch()
                        .anyOf("a", "g", "b", "c")
                        .anyOf("b", "g", "a", "c")
                        .promises("c", 0.9),
                "a");

        assertThat(composition.unknown()).containsExactly(ref("a"));
    }

    @Test
    void dependents_end_with_the_first_promise_on_each_way() {
        Snapshot snapshot = Sketch.sketch()
                .hard("page", "web")
                .hard("web", "api")
                .hard("api", "database")
                .soft("report", "database")
                .promises("web", 0.99)
                .snapshot();

        assertThat(Arrays.stream(Composition.dependents(snapshot, snapshot.indexOf(ref("database"))))
                        .mapToObj(node -> Hop.ref(snapshot, node)))
                .containsExactly(ref("api"), ref("database"), ref("web"));
    }
}
