package dev.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.graph.Journal.Entry;
import dev.gatehouse.graph.Journal.Sequenced;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal does.
public abstract class JournalContract {
    private Journal journal;

    /// A journal without any stream.
    protected abstract Journal emptyJournal() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        journal = emptyJournal();
    }

    @Test
    void reads_what_was_appended_in_order() {
        assertThat(journal.append("run/1", 0, 1, List.of(entry("a"), entry("b"))))
                .isEqualTo(2);
        assertThat(journal.append("run/1", 2, 1, List.of(entry("c")))).isEqualTo(3);

        assertThat(journal.read("run/1", 0, 10))
                .containsExactly(
                        new Sequenced(1, entry("a")), new Sequenced(2, entry("b")), new Sequenced(3, entry("c")));
    }

    @Test
    void reads_a_page_after_a_sequence_number() {
        journal.append("run/1", 0, 1, List.of(entry("a"), entry("b"), entry("c"), entry("d")));

        assertThat(journal.read("run/1", 1, 2))
                .containsExactly(new Sequenced(2, entry("b")), new Sequenced(3, entry("c")));
        assertThat(journal.read("run/1", 4, 2)).isEmpty();
        assertThat(journal.read("unknown", 0, 2)).isEmpty();
    }

    @Test
    void refuses_an_append_that_follows_another_entry() {
        journal.append("run/1", 0, 1, List.of(entry("a")));

        assertThatThrownBy(() -> journal.append("run/1", 0, 1, List.of(entry("b"))))
                .isInstanceOf(StaleRevisionException.class);
        assertThatThrownBy(() -> journal.append("run/1", 2, 1, List.of(entry("b"))))
                .isInstanceOf(StaleRevisionException.class);
        assertThat(journal.read("run/1", 0, 10)).hasSize(1);
    }

    @Test
    void refuses_a_writer_that_was_replaced() {
        journal.append("run/1", 0, 2, List.of(entry("a")));

        assertThatThrownBy(() -> journal.append("run/1", 1, 1, List.of(entry("b"))))
                .isInstanceOf(StaleRevisionException.class)
                .hasMessageContaining("newer writer");
        assertThat(journal.append("run/1", 1, 3, List.of(entry("b")))).isEqualTo(2);
    }

    @Test
    void takes_appends_to_many_streams_at_once_and_gives_each_its_own_answer() throws Exception {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> writers = IntStream.range(0, 60)
                    .<Callable<Long>>mapToObj(i -> () -> journal.append(
                            "run/" + i,
                            0,
                            1,
                            IntStream.rangeClosed(0, i % 3)
                                    .mapToObj(n -> entry("e" + n))
                                    .toList()))
                    .toList();
            List<Future<Long>> answers = tasks.invokeAll(writers);
            for (int i = 0; i < 60; i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 3 + 1);
                assertThat(journal.read("run/" + i, 0, 100)).hasSize(i % 3 + 1);
            }
        }
    }

    @Test
    void lets_one_of_many_writers_of_a_stream_in_at_each_place() throws Exception {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> writers = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> appends("by " + i))
                    .toList();
            int wins = 0;
            for (Future<Boolean> writer : tasks.invokeAll(writers)) {
                wins += writer.get() ? 1 : 0;
            }
            assertThat(wins).isEqualTo(1);
        }
        assertThat(journal.read("contended", 0, 100))
                .extracting(Sequenced::sequence)
                .containsExactly(1L);
    }

    private boolean appends(String type) {
        try {
            journal.append("contended", 0, 1, List.of(entry(type)));
            return true;
        } catch (StaleRevisionException e) {
            return false;
        }
    }

    @Test
    void counts_without_gaps_over_many_appends() {
        for (int i = 0; i < 50; i++) {
            journal.append("long", i, 1, List.of(entry("e" + i)));
        }
        assertThat(journal.read("long", 0, 100))
                .extracting(Sequenced::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    protected static Entry entry(String type) {
        return new Entry(type, Instant.parse("2026-11-20T09:00:00.123456789Z"), "{\"type\":\"" + type + "\"}");
    }
}
