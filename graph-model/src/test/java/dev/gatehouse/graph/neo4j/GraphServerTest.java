package dev.gatehouse.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.graph.Architectures;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Journal.Entry;
import dev.gatehouse.graph.Journal.Sequenced;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

@Timeout(600)
class GraphServerTest {
    private static final int APPENDS = 200;

    @TempDir
    private Path data;

    @Test
    @Timeout(300)
    void loses_nothing_that_was_acknowledged_when_it_is_killed_in_the_middle_of_writes_and_starts_again_by_itself()
            throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (GraphServer server = GraphServer.start(settings(0));
                Neo4jStore store = server.open()) {
            for (int kill = 0; kill < 2; kill++) {
                Thread killer = Thread.ofVirtual().start(() -> killAfter(server, acknowledged));
                append(server, store.journal(), acknowledged, "life " + kill);
                killer.join();

                // The same connection serves again by itself.
                assertThat(onceItAnswers(() -> types(store.journal()))).containsSubsequence(acknowledged);
            }
        }
    }

    private static <T> T onceItAnswers(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("Likely cure: is it running");
            }
        }
    }

    /// Appends until the server is gone, or another runs in its place.
    private static void append(GraphServer server, Neo4jJournal journal, List<String> acknowledged, String life) {
        long first = server.pid();
        for (int i = 0; server.pid() == first; i++) {
            String type = life + " entry " + i;
            try {
                long last = types(journal).size();
                journal.append("run", last, 1, List.of(new Entry(type, Instant.EPOCH, "{}")));
                synchronized (acknowledged) {
                    acknowledged.add(type);
                    acknowledged.notifyAll();
                }
            } catch (StaleRevisionException e) {
                throw e;
            } catch (StoreException e) {
                assertThat(e)
                        .hasMessageContaining("The graph at bolt://127.0.0.1")
                        .hasMessageContaining("Likely cure");
                return;
            }
        }
    }

    private static void killAfter(GraphServer server, List<String> acknowledged) {
        synchronized (acknowledged) {
            int before = acknowledged.size();
            try {
                while (acknowledged.size() < before + APPENDS) {
                    acknowledged.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    }

    private static List<String> types(Neo4jJournal journal) {
        return journal.read("run", 0, 10_000).stream()
                .map(Sequenced::entry)
                .map(Entry::type)
                .toList();
    }

    @Test
    void trusts_its_own_writes_and_finds_what_others_wrote_when_it_is_opened_again() {
        try (GraphServer server = GraphServer.start(settings(0))) {
            try (Neo4jStore store = server.open()) {
                store.graph()
                        .commit(
                                0,
                                new Graph.Commit(
                                        Delta.of(Architectures.everyKind()), List.of(), Instant.EPOCH, "me", "all"));
                store.journal().append("run", 0, 1, List.of(new Entry("begin", Instant.EPOCH, "{}")));
                store.blobs().put(List.of(new byte[] {1}));
            }
            assertThat(ask(server, "MATCH (h:Head) RETURN h.unedited")).isEqualTo("yes");

            ask(server, "MATCH (n:Component {name: 'checkout'}) SET n.tier = 4 RETURN n.name");

            assertThat(ask(server, "MATCH (h:Head) RETURN coalesce(h.unedited, '')"))
                    .isEmpty();
            try (Neo4jStore store = server.open()) {
                assertThatThrownBy(store.graph()::head).hasMessageContaining("checkout was changed");
                store.graph().restore();
            }
            assertThat(ask(server, "MATCH (h:Head) RETURN h.unedited")).isEqualTo("yes");
        }
    }

    @Test
    void what_others_write_beside_a_running_server_stops_it_until_it_is_undone() {
        try (GraphServer server = GraphServer.start(settings(0));
                Neo4jStore store = server.open()) {
            store.graph()
                    .commit(
                            0,
                            new Graph.Commit(
                                    Delta.of(Architectures.everyKind()), List.of(), Instant.EPOCH, "me", "all"));
            store.graph().head();

            ask(server, "MATCH (n:Component {name: 'checkout'}) SET n.before = n.tier, n.tier = 4 RETURN n.name");
            assertThatThrownBy(store.graph()::head).hasMessageContaining("checkout was changed");
            assertThatThrownBy(store.graph()::head).hasMessageContaining("import again");

            ask(server, "MATCH (n:Component {name: 'checkout'}) SET n.tier = n.before REMOVE n.before RETURN n.name");
            assertThat(store.graph().head().revision().number()).isEqualTo(1);
        }
    }

    private static String ask(GraphServer server, String query) {
        try (Driver driver = GraphDatabase.driver(
                        server.uri(),
                        AuthTokens.basic("neo4j", Files.readString(server.data().resolve("password"))));
                Session session = driver.session()) {
            return session.run(query).single().get(0).asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void says_who_holds_the_data_when_a_second_one_is_started() {
        try (GraphServer _ = GraphServer.start(settings(0))) {
            assertThatThrownBy(() -> GraphServer.start(settings(0)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("The data in " + data + " are in use by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("use another folder");
        }
    }

    @Test
    void says_in_its_first_words_what_did_not_start_and_why() {
        GraphServer.Settings nowhere = new GraphServer.Settings(data, List.of(Path.of("/no/such")), 0, 64, 16, null);
        try (GraphServer server = GraphServer.start(nowhere)) {
            assertThatThrownBy(server::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("The graph server ended with exit code 1 before it was ready:\n")
                    .hasMessageContaining("dev.gatehouse.server.Main");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void starts_again_while_nobody_has_noticed_that_the_killed_starter_is_dead() throws Exception {
        // A parent that never waits for its children.
        Process parent = starter("sh", "-c", "\"$@\" & exec sleep 600", "sh");
        try {
            ProcessHandle orphan = firstLine(parent);
            ProcessHandle starter = orphan.parent().orElseThrow();
            signal("STOP", orphan);
            signal("KILL", starter);
            while (!Files.readString(Path.of("/proc", "" + starter.pid(), "stat"))
                    .contains(") Z ")) {
                Thread.onSpinWait();
            }

            try (GraphServer server = GraphServer.start(settings(0));
                    Neo4jStore store = server.open()) {
                assertThat(starter.isAlive()).as("a zombie").isTrue();
                assertThat(store.graph().head().revision().number()).isZero();
            }
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /// Starts a graph server, and says its process id.
    private Process starter(String... before) throws IOException {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dgatehouse.root=" + System.getProperty("gatehouse.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStarter.class.getName(),
                data.toString()));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle firstLine(Process parent) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        return ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void comes_up_with_what_a_run_for_practice_has_left_behind() throws Exception {
        GraphServer.Settings settings = packaged();
        Path caches = Objects.requireNonNull(settings.caches());
        Files.createDirectories(caches);
        String old = "graph-0123456789abcdef.aot";
        Files.writeString(caches.resolve(old), "of another class path");
        Path copy = settings.data().resolve("history-copy");
        try (GraphServer server = GraphServer.start(settings);
                Neo4jStore store = server.open()) {
            store.graph()
                    .commit(
                            0,
                            new Graph.Commit(
                                    Delta.of(Architectures.everyKind()), List.of(), Instant.EPOCH, "me", "all"));
            server.prepareNextStart();
            while (files(caches).contains(old) || !files(caches).toString().endsWith(".aot]") || !Files.exists(copy)) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        try (GraphServer server = GraphServer.start(settings);
                Neo4jStore store = server.open()) {
            assertThat(store.graph().head().revision().number()).isEqualTo(1);
            assertThat(store.graph().verify()).isEmpty();
            assertThat(Files.readString(Path.of("/proc", "" + server.pid(), "maps")))
                    .contains(caches + "/graph-");
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// From jars alone, as in a release: no cache can be made of a folder with classes.
    private GraphServer.Settings packaged() throws IOException {
        Path target = Path.of(System.getProperty("gatehouse.root", "..")).resolve("graph-model/server/target");
        Path own = data.resolve("own.jar");
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-cf",
                        own.toString(),
                        "-C",
                        target.resolve("classes").toString(),
                        ".");
        assertThat(exit).isZero();
        List<Path> jars = new ArrayList<>(List.of(own));
        try (Stream<Path> files = Files.list(target.resolve("lib"))) {
            files.sorted().map(Path::toAbsolutePath).forEach(jars::add);
        }
        return new GraphServer.Settings(data.resolve("data"), jars, 0, 512, 64, data.resolve("caches"));
    }

    @Test
    void asks_for_the_password_that_it_made_for_its_owner_only() throws Exception {
        try (GraphServer server = GraphServer.start(settings(0))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> Neo4jStore.open(server.uri(), "neo4j", "wrong-password"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("check its user and password");
        }
    }

    @Test
    void ends_when_the_process_that_started_it_is_killed() throws Exception {
        Process parent = starter();
        ProcessHandle server = firstLine(parent);

        parent.destroyForcibly().waitFor();

        server.onExit().get(60, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
    }

    private GraphServer.Settings settings(int port) {
        GraphServer.Settings settings = Databases.settings(data);
        return new GraphServer.Settings(data, settings.classPath(), port, 512, 64, null);
    }
}
