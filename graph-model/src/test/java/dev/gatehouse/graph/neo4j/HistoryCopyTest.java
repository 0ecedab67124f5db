package dev.gatehouse.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.graph.Architectures;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class HistoryCopyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    private Path data;

    private Bolt bolt;
    private History history;
    private Neo4jStore store;

    @BeforeEach
    void begin() {
        store = Databases.Harness.emptyStore();
        bolt = Databases.Harness.bolt();
        history = new History(bolt);
        commit(0, Architectures.everyKind());
    }

    @AfterEach
    void end() {
        bolt.close();
        store.close();
    }

    @Test
    void a_start_takes_from_it_what_the_database_names_and_only_the_rest_from_the_database() throws IOException {
        copied();
        assertThat(fromTheDatabase()).isEmpty();

        commit(1, List.of(Architectures.component("second")));
        commit(2, new Delta(Map.of(), Set.of(Architectures.component("second").ref())));
        assertThat(fromTheDatabase()).containsExactly(2L, 3L);

        copied();
        assertThat(fromTheDatabase()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(list(data)).containsExactly(file());
    }

    @Test
    void a_start_is_the_same_with_and_without_it_over_random_edits() {
        Random random = new Random(7);
        Map<EntityRef, Declaration> now = new HashMap<>();
        Architectures.everyKind().forEach(each -> now.put(each.ref(), each));
        for (int revision = 1; revision < 25; revision++) {
            Delta delta = Architectures.randomEdit(random, now);
            delta.removes().forEach(now::remove);
            now.putAll(delta.puts());
            commit(revision, delta);
            if (random.nextInt(4) == 0) {
                copied();
            }
            assertSame();
        }
    }

    @Test
    void it_begins_anew_where_the_history_has_everything_at_a_later_revision() {
        List<Declaration> many = IntStream.range(0, Parts.SIZE)
                .mapToObj(i -> Architectures.component("c" + i))
                .toList();
        commit(1, many);
        copied();
        commit(2, many);
        commit(3, many);
        commit(4, many);
        assertThat(history.chain(5).links()).hasSize(1);
        assertThat(fromTheDatabase()).containsExactly(5L);

        copied();

        assertThat(fromTheDatabase()).isEmpty();
        assertSame();
    }

    @Test
    void wherever_it_is_damaged_or_broken_off_only_time_is_lost() throws IOException {
        copied();
        commit(1, List.of(Architectures.component("second")));
        copied();
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            assertSame();
            Files.write(file(), Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertSame();
        }
        copied();
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void what_broke_off_at_its_end_is_only_written_again() throws IOException {
        copied();
        long first = Files.size(file());
        commit(1, List.of(Architectures.component("second")));
        copied();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 1));

        assertThat(fromTheDatabase()).containsExactly(2L);
        copied();

        assertThat(first).isLessThan(whole.length);
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void parts_are_not_taken_for_others_whose_digests_the_database_names() throws IOException {
        copied();
        byte[] whole = Files.readAllBytes(file());
        List<byte[]> stored = new ArrayList<>();
        history.bytes(history.chain(1).last(), stored::add);
        byte[] other = Parts.write(new Parts.Part(List.of(Architectures.component("forged")), List.of()));
        int kept = whole.length - Integer.BYTES - stored.getLast().length;
        Files.write(
                file(),
                ByteBuffer.allocate(kept + Integer.BYTES + other.length)
                        .put(whole, 0, kept)
                        .putInt(other.length)
                        .put(other)
                        .array());

        assertThat(fromTheDatabase()).containsExactly(1L);
        assertSame();
    }

    @Test
    void one_that_was_taken_away_or_cut_while_it_was_in_use_is_written_anew() throws IOException {
        HistoryCopy copy = HistoryCopy.in(data);
        copy.update(history);
        Files.delete(file());
        commit(1, List.of(Architectures.component("second")));
        copy.update(history);
        assertThat(fromTheDatabase()).isEmpty();

        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 50));
        commit(2, List.of(Architectures.component("third")));
        copy.update(history);
        assertThat(fromTheDatabase()).isEmpty();
        assertSame();
    }

    @Test
    void one_of_another_store_is_not_taken_and_is_written_anew() {
        copied();
        end();
        store = Databases.Harness.emptyStore();
        bolt = Databases.Harness.bolt();
        history = new History(bolt);
        commit(0, List.of(Architectures.component("other")));

        assertThat(fromTheDatabase()).containsExactly(1L);
        assertSame();
        copied();
        assertThat(fromTheDatabase()).isEmpty();
    }

    @Test
    void one_that_is_ahead_of_a_restored_database_is_not_taken_and_is_written_anew() {
        commit(1, List.of(Architectures.component("second")));
        copied();
        Databases.Harness.run("MATCH (h:Head) SET h.revision = 1, h.applied = 1"
                + " WITH h MATCH (r:Revision {number: 2}) DETACH DELETE r");

        assertThat(fromTheDatabase()).containsExactly(1L);
        assertThat(history.load(1, HistoryCopy.in(data)).link())
                .isEqualTo(history.load(1).link());
        copied();
        assertThat(fromTheDatabase()).isEmpty();
    }

    @Test
    void what_a_killed_process_left_unfinished_is_written_over() throws IOException {
        Files.writeString(data.resolve("history-copy.new"), "broken off");

        copied();

        assertThat(fromTheDatabase()).isEmpty();
        assertThat(list(data)).containsExactly(file());
    }

    @Test
    void two_that_write_it_by_turns_leave_it_whole() {
        HistoryCopy one = HistoryCopy.in(data);
        one.update(history);
        HistoryCopy other = HistoryCopy.in(data);
        other.update(history);
        commit(1, List.of(Architectures.component("second")));
        one.update(history);
        other.update(history);

        assertThat(fromTheDatabase()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_costs_time_only() throws IOException {
        Files.createDirectories(file().resolve("in its place"));
        copied();
        assertSame();

        data = data.resolve("missing");
        copied();
        assertSame();
        assertThat(data).doesNotExist();
    }

    @Test
    void a_full_disk_costs_time_only_and_keeps_what_was_there() throws Exception {
        Path disk = Files.createDirectory(data.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "only root may mount");
        data = disk;
        try {
            copied();
            byte[] before = Files.readAllBytes(file());
            Files.write(disk.resolve("filler"), new byte[64 * 1024 - 4096 * Math.ceilDiv(before.length, 4096)]);
            commit(1, some(2_000));
            copied();
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
            assertThat(fromTheDatabase()).containsExactly(2L);

            Files.delete(file());
            copied();
            assertThat(list(disk)).containsExactly(disk.resolve("filler"));
            assertSame();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    @Test
    void damage_beneath_it_is_found_by_the_comparison_and_by_a_start_after_somebody_else_wrote() {
        copied();
        Databases.Harness.run("MATCH (h:Head) SET h.unedited = 'yes' WITH h MATCH (p:Part) DELETE p");
        try (Neo4jStore begun = open()) {
            assertThatThrownBy(begun.graph()::verify)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("a part of revision 1 is missing or changed");
        }

        Databases.Harness.run("MATCH (h:Head) REMOVE h.unedited");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a part of revision 1 is missing or changed");
    }

    private Neo4jStore open() {
        return Neo4jStore.open(Databases.Harness.uri(), "neo4j", "", true, HistoryCopy.in(data));
    }

    private Path file() {
        return data.resolve("history-copy");
    }

    private void copied() {
        HistoryCopy.in(data).update(history);
    }

    /// The revisions whose parts a start asks the database for.
    private List<Long> fromTheDatabase() {
        List<Long> asked = new ArrayList<>();
        Chain chain = history.chain(history.newest());
        Optional<History.Known> known = HistoryCopy.in(data).known(chain, link -> {
            asked.add(link.revision().number());
            return history.parts(link);
        });
        if (known.isEmpty()) {
            chain.links().forEach(link -> asked.add(link.revision().number()));
        }
        return asked;
    }

    private void assertSame() {
        long newest = history.newest();
        History.Known plain = history.load(newest);
        History.Known begun = history.load(newest, HistoryCopy.in(data));
        assertThat(begun.link()).isEqualTo(plain.link());
        assertThat(begun.state().revision()).isEqualTo(plain.state().revision());
        assertThat(begun.state().snapshot().readings())
                .isEqualTo(plain.state().snapshot().readings());
        assertThat(contents(begun)).containsExactlyInAnyOrderElementsOf(contents(plain));
    }

    private static List<Declaration> contents(History.Known known) {
        return IntStream.range(0, known.state().snapshot().size())
                .mapToObj(known.state().snapshot()::at)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static List<Declaration> some(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> Architectures.component("c" + Long.toHexString(random.nextLong())))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void commit(long expected, List<Declaration> declarations) {
        commit(expected, Delta.of(declarations));
    }

    private void commit(long expected, Delta delta) {
        Instant at = NOW.plusSeconds(expected);
        Reading read = new Reading(expected % 2 == 0 ? "shop" : "bank", at, expected % 3 == 0);
        store.graph().commit(expected, new Graph.Commit(delta, List.of(read), at, "me", "test"));
    }
}
