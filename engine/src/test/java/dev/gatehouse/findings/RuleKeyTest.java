package dev.gatehouse.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleKeyTest {
    private static final List<Hop> PATH = List.of(hop("b", "c"), hop("c", "a"), hop("b", "c"));

    @Test
    void nodes_are_all_on_the_path_the_last_too_sorted_and_each_once() {
        assertThat(Rule.Key.NODES.of(PATH)).extracting(EntityRef::name).containsExactly("a", "b", "c");
    }

    @Test
    void edges_come_in_the_order_of_the_path_and_each_once() {
        assertThat(Rule.Key.EDGES.of(PATH)).extracting(EntityRef::name).containsExactly("b-to-c", "c-to-a");
    }

    @Test
    void ends_are_the_first_and_the_last_node() {
        assertThat(Rule.Key.ENDS.of(PATH)).extracting(EntityRef::name).containsExactly("b", "c");
        assertThat(Rule.Key.ENDS.of(List.of())).isEmpty();
    }

    @Test
    void the_subject_alone_needs_nothing_of_the_path() {
        assertThat(Rule.Key.SUBJECT.of(PATH)).isEmpty();
    }

    private static Hop hop(String from, String to) {
        return new Hop(
                EntityRef.of(Kind.COMPONENT, from),
                EntityRef.of(Kind.DEPENDENCY, from + "-to-" + to),
                EntityRef.of(Kind.COMPONENT, to));
    }
}
