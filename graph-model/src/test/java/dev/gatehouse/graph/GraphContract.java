package dev.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every keeper of the architecture does.
public abstract class GraphContract {
    protected static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private Graph graph;

    /// A graph without any revision.
    protected abstract Graph emptyGraph() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        graph = emptyGraph();
    }

    @Test
    void begins_empty_at_revision_zero() {
        assertThat(graph.head().revision()).isEqualTo(Revision.NONE);
        assertThat(contents(graph.head().snapshot())).isEmpty();
        assertThat(contents(graph.at(0))).isEmpty();
    }

    @Test
    void keeps_every_kind_of_entity_as_it_was_declared() {
        List<Declaration> everything = Architectures.everyKind();

        Graph.State written = graph.commit(0, commit(Delta.of(everything), "all kinds"));

        assertThat(contents(written.snapshot())).containsExactlyInAnyOrderElementsOf(everything);
        assertThat(contents(graph.head().snapshot())).containsExactlyInAnyOrderElementsOf(everything);
        assertThat(contents(graph.at(1))).containsExactlyInAnyOrderElementsOf(everything);
    }

    @Test
    void tells_who_committed_what_and_when() {
        Graph.Commit commit = new Graph.Commit(
                Delta.of(List.of(Architectures.component("checkout"))),
                List.of(new Reading("shop", NOW, false)),
                NOW.plusSeconds(1),
                "group:default/shop",
                "First import");

        Revision expected = new Revision(
                1,
                NOW.plusSeconds(1),
                "group:default/shop",
                "First import",
                List.of(new Reading("shop", NOW, false)),
                1);
        assertThat(graph.commit(0, commit).revision()).isEqualTo(expected);
        assertThat(graph.head().revision()).isEqualTo(expected);
    }

    @Test
    void remembers_when_each_source_was_last_read() {
        Reading first = new Reading("shop", NOW, true);
        Reading other = new Reading("bank", NOW, true);
        Reading second = new Reading("shop", NOW.plusSeconds(60), false);
        graph.commit(0, new Graph.Commit(Delta.NONE, List.of(first, other), NOW, "me", "1"));
        graph.commit(1, new Graph.Commit(Delta.NONE, List.of(second), NOW, "me", "2"));

        assertThat(graph.head().snapshot().readings()).isEqualTo(Map.of("shop", second, "bank", other));
        assertThat(graph.at(1).readings()).isEqualTo(Map.of("shop", first, "bank", other));
    }

    @Test
    void refuses_a_commit_against_an_older_revision_and_writes_nothing() {
        graph.commit(0, commit(Delta.of(List.of(Architectures.component("checkout"))), "first"));

        assertThatThrownBy(() -> graph.commit(0, commit(Delta.of(List.of(Architectures.component("late"))), "late")))
                .isInstanceOf(StaleRevisionException.class)
                .hasMessageContaining("Expected to follow 0")
                .hasMessageContaining("newest is 1");
        assertThat(graph.head().revision().number()).isEqualTo(1);
        assertThat(graph.head().snapshot().find(EntityRef.of(Kind.COMPONENT, "late")))
                .isNull();
    }

    @Test
    void lets_one_of_many_writers_in_and_refuses_the_others() throws Exception {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> writers = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> commits("writer-" + i))
                    .toList();
            int wins = 0;
            for (Future<Boolean> writer : tasks.invokeAll(writers)) {
                wins += writer.get() ? 1 : 0;
            }
            assertThat(wins).isEqualTo(1);
        }
        assertThat(graph.head().revision().number()).isEqualTo(1);
        assertThat(contents(graph.head().snapshot())).hasSize(1);
    }

    private boolean commits(String name) {
        try {
            graph.commit(0, commit(Delta.of(List.of(Architectures.component(name))), name));
            return true;
        } catch (StaleRevisionException e) {
            return false;
        }
    }

    @Test
    void keeps_a_reference_to_what_is_declared_only_later() {
        Declaration dependency = Architectures.dependency("checkout", "payments");
        graph.commit(0, commit(Delta.of(List.of(Architectures.component("checkout"), dependency)), "half"));
        graph.commit(1, commit(Delta.of(List.of(Architectures.component("payments"))), "whole"));

        Snapshot snapshot = graph.head().snapshot();
        assertThat(contents(snapshot)).hasSize(3);
        assertThat(snapshot.edges(EdgeKind.DEPENDENCY)
                        .outDegree(snapshot.indexOf(EntityRef.of(Kind.COMPONENT, "checkout"))))
                .isEqualTo(1);
    }

    @Test
    void has_every_past_architecture_after_random_edits() {
        Random random = new Random(7);
        Map<EntityRef, Declaration> now = new HashMap<>();
        List<Set<Declaration>> past = new ArrayList<>(List.of(Set.of()));
        for (int revision = 0; revision < 40; revision++) {
            Delta delta = Architectures.randomEdit(random, now);
            delta.removes().forEach(now::remove);
            now.putAll(delta.puts());
            past.add(Set.copyOf(now.values()));
            graph.commit(revision, commit(delta, "edit " + revision));
        }
        for (int revision = 0; revision <= 40; revision++) {
            assertThat(new HashSet<>(contents(graph.at(revision)))).isEqualTo(past.get(revision));
        }
        assertThat(new HashSet<>(contents(graph.head().snapshot()))).isEqualTo(past.getLast());
    }

    @Test
    void says_that_a_revision_does_not_exist() {
        assertThatThrownBy(() -> graph.at(7)).isInstanceOf(StoreException.class).hasMessageContaining("no revision 7");
    }

    @Test
    void restores_nothing_where_nothing_was_edited() {
        Graph.State before = graph.commit(0, commit(Delta.of(Architectures.everyKind()), "all"));

        graph.restore();

        assertThat(graph.head().revision()).isEqualTo(before.revision());
        assertThat(contents(graph.head().snapshot())).isEqualTo(contents(before.snapshot()));
    }

    protected static Graph.Commit commit(Delta delta, String message) {
        return new Graph.Commit(delta, List.of(), NOW, "group:default/shop", message);
    }

    protected static List<Declaration> contents(Snapshot snapshot) {
        return IntStream.range(0, snapshot.size())
                .mapToObj(snapshot::at)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
