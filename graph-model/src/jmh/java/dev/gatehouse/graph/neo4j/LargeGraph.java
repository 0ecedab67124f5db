package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.RandomArchitecture;
import dev.gatehouse.model.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A random architecture of ten dependencies a component, and a Neo4j of our own in a new folder.
final class LargeGraph implements AutoCloseable {
    private static final int DEPENDENCIES = 10;

    final Delta everything;
    private final Path data;
    private GraphServer server;
    private Neo4jStore store;

    LargeGraph(int components) throws IOException {
        data = Files.createTempDirectory("gatehouse-bench");
        Files.createDirectories(data.resolve("caches"));
        everything = Delta.of(new RandomArchitecture(components, DEPENDENCIES, 1).declarations());
        server = GraphServer.start(settings());
        store = server.open();
    }

    /// From jars alone, as in a release: no cache of classes can be made of a folder.
    private GraphServer.Settings settings() throws IOException {
        Path target = Path.of(System.getProperty("gatehouse.root", ".."), "graph-model", "server", "target");
        List<Path> jars = new ArrayList<>();
        for (Path folder : List.of(target, target.resolve("lib"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return GraphServer.Settings.of(data.resolve("data"), jars).cachedIn(data.resolve("caches"));
    }

    /// Waits until the next start finds all that makes it faster: the server's classes and a copy of the history.
    void prepareNextStart() throws IOException {
        server.prepareNextStart();
        boolean made = false;
        while (!made) {
            LockSupport.parkNanos(100_000_000);
            try (Stream<Path> files = Files.walk(data.resolve("caches"), 1)) {
                made = files.anyMatch(file -> file.toString().endsWith(".aot"))
                        && Files.exists(server.data().resolve("history-copy"));
            }
        }
    }

    GraphServer server() {
        return server;
    }

    Neo4jGraph graph() {
        return store.graph();
    }

    Graph.State load() {
        return commit(everything);
    }

    Graph.State commit(Collection<Declaration> declarations) {
        return commit(Delta.of(declarations));
    }

    private Graph.State commit(Delta delta) {
        long newest = graph().head().revision().number();
        return graph().commit(newest, new Graph.Commit(delta, List.of(), Instant.EPOCH, "bench", "a benchmark"));
    }

    void stop() {
        store.close();
        server.close();
    }

    void start() throws IOException {
        server = GraphServer.start(settings());
        store = server.open();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
