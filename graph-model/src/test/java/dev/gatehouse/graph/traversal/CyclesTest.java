package dev.gatehouse.graph.traversal;

import static dev.gatehouse.graph.Sketch.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.graph.Sketch;
import dev.gatehouse.graph.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclesTest {
    private final Snapshot snapshot = Sketch.sketch()
            .hard("a", "b", "c")
            .hard("b", "c")
            .hard("c", "a", "outside")
            .hard("itself", "itself")
            .hard("x", "y")
            .soft("y", "x")
            .snapshot();

    @Test
    void finds_groups_by_hard_needs_and_those_who_need_themselves() {
        assertThat(Cycles.all(snapshot)).containsExactly(List.of(ref("a"), ref("b"), ref("c")), List.of(ref("itself")));
    }

    @Test
    void shows_the_shortest_circle_through_the_first_member() {
        assertThat(Cycles.witness(snapshot, List.of(ref("a"), ref("b"), ref("c"))))
                .extracting(Hop::from)
                .containsExactly(ref("a"), ref("c"));
        assertThat(Cycles.witness(snapshot, List.of(ref("itself")))).hasSize(1);
    }

    @Test
    void finds_the_group_of_one_component() {
        assertThat(Cycles.groupOf(snapshot, snapshot.indexOf(ref("b")))).containsExactly(ref("a"), ref("b"), ref("c"));
        assertThat(Cycles.groupOf(snapshot, snapshot.indexOf(ref("outside")))).isEmpty();
    }

    @Test
    void refuses_to_show_a_circle_where_there_is_none() {
        assertThatThrownBy(() -> Cycles.witness(snapshot, List.of(ref("x"), ref("y"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component:default/x");
    }

    @Test
    void finds_a_circle_longer_than_any_call_stack() {
        Sketch ring = Sketch.sketch();
        int members = 50_000;
        for (int i = 0; i < members; i++) {
            ring.hard("c" + i, "c" + (i + 1) % members);
        }
        Snapshot large = ring.snapshot();

        assertThat(Cycles.all(large))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(members));
        assertThat(Cycles.groupOf(large, 0)).hasSize(members);
        assertThat(WorstPath.latency(large, 0).complete()).isFalse();
    }
}
