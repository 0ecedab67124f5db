package dev.gatehouse.graph.neo4j;

import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.ProcessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the graph server's Java machine loaded and learnt in a run for practice, kept in a file: with it a start takes
/// half the processor time (JEP 483 and 515). It is good for one class path and one JDK, and the file is named after
/// both; where there is none, or the Java machine does not take it, the server starts without.
final class ClassCache implements AutoCloseable {
    private static final String PREFIX = "graph-";
    private static final String PRACTICE = "practice-";
    private static final Duration READY = Duration.ofMinutes(10);
    private static final Duration GIVEN_UP = Duration.ofHours(1);
    private static final Logger LOG = System.getLogger(ClassCache.class.getName());

    private final GraphServer.Settings settings;
    private final Path folder;
    private final Path file;
    private @Nullable ChildProcess practice;
    private boolean closed;

    private ClassCache(GraphServer.Settings settings, Path folder, Path file) {
        this.settings = settings;
        this.folder = folder;
        this.file = file;
    }

    static ClassCache of(Path folder, GraphServer.Settings settings) throws IOException {
        List<String> parts =
                new ArrayList<>(List.of(System.getProperty("java.vm.version"), System.getProperty("java.home")));
        for (Path jar : settings.classPath()) {
            parts.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
        }
        String name =
                PREFIX + Json.digest(parts).toString().replaceAll(".*:", "").substring(0, 16) + ".aot";
        return new ClassCache(settings, folder, folder.resolve(name));
    }

    /// What the Java machine is told.
    List<String> flags() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off") : List.of();
    }

    /// Makes the file where it is not there, by a run on an empty graph. Takes the better part of a minute of one
    /// processor, and gives way to everybody else.
    void make() {
        if (Files.exists(file)) {
            return;
        }
        try {
            removeOld();
            Path work = Files.createTempDirectory(Files.createDirectories(folder), PRACTICE);
            try {
                practise(work);
            } finally {
                remove(work);
            }
        } catch (IOException | UncheckedIOException | ProcessException | StoreException e) {
            LOG.log(Level.DEBUG, "The graph server starts without a cache of its classes", e);
        }
    }

    private void practise(Path work) throws IOException {
        Path made = work.resolve("made.aot");
        Path end = work.resolve("end");
        String password = "practice";
        Command command = ServerProgram.command(
                settings,
                List.of("-XX:AOTCacheOutput=" + made, "-Xlog:aot*=off"),
                password,
                List.of(work.resolve("data").toString(), "0"),
                end.toString());
        List<String> words = new ArrayList<>(List.of("nice", "-n", "19"));
        words.addAll(command.words());
        try (ChildProcess server = begin(new Command(command.name(), words, command.environment(), null))) {
            URI uri = URI.create(server.awaitLine(line -> line.startsWith("bolt://"), READY));
            rehearse(uri, password);
            Files.createFile(end);
            server.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(made)) {
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private synchronized ChildProcess begin(Command command) {
        if (closed) {
            throw new ProcessException("There is no time left to practise", null);
        }
        ChildProcess started = ChildProcess.start(command);
        practice = started;
        return started;
    }

    /// What every start does, and the writes that come first.
    private static void rehearse(URI uri, String password) {
        for (int round = 0; round < 2; round++) {
            try (Neo4jStore store = Neo4jStore.open(uri, "neo4j", password, true, null)) {
                store.graph()
                        .commit(round, new Graph.Commit(something(round), List.of(), Instant.EPOCH, "practice", ""));
                store.journal().read("practice", 0, 1);
            }
        }
    }

    private static Delta something(int round) {
        EntityRef ref = EntityRef.of(Kind.FLOW, "flow-" + round);
        EntityRef end = EntityRef.of(Kind.COMPONENT, "component");
        Flow flow = new Flow(ref, end, end, Set.of(), null, null, Set.of());
        return Delta.of(List.of(new Declaration(flow, new Provenance("practice", null, 0, false))));
    }

    /// Those of other class paths, and what was given up.
    private void removeOld() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Instant old = Instant.now().minus(GIVEN_UP);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : files.toList()) {
                String name = other.getFileName().toString();
                boolean givenUp = name.startsWith(PRACTICE)
                        && Files.getLastModifiedTime(other).toInstant().isBefore(old);
                if (givenUp || (name.startsWith(PREFIX) && name.endsWith(".aot"))) {
                    remove(other);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /// Breaks off a run for practice.
    @Override
    public synchronized void close() {
        closed = true;
        if (practice != null) {
            // Asked to end, it would keep what it has learnt so far first.
            ProcessHandle.of(practice.pid()).ifPresent(ProcessHandle::destroyForcibly);
            practice.close();
        }
    }
}
