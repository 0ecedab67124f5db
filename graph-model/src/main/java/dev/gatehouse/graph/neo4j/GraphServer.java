package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.ProcessException;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The Neo4j of a data folder, as a child process on loopback that ends with us. Where it ends before, it is started
/// again at the same address, so whoever is connected goes on after a while.
///
/// The folder has a file `password`, made at the first start and readable by its owner only.
public final class GraphServer implements AutoCloseable {
    private static final String USER = "neo4j";
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = System.getLogger(GraphServer.class.getName());

    private final Settings settings;
    private final Path data;
    private final String password;
    private final URI uri;
    private ChildProcess process;
    private boolean closed;

    private GraphServer(Settings settings, Path data, String password) {
        this.settings = settings;
        this.data = data;
        this.password = password;
        this.process = ChildProcess.start(command(settings.port()));
        this.uri = URI.create(ready());
    }

    /// What it is given.
    ///
    /// @param data where it keeps everything
    /// @param classPath of the server's own program: folders and jars, or a folder followed by `/*`
    /// @param port 0 to choose a free one
    /// @param heapMegabytes of its Java machine
    /// @param cacheMegabytes for pages of its files
    public record Settings(Path data, List<Path> classPath, int port, int heapMegabytes, int cacheMegabytes) {
        public Settings {
            classPath = List.copyOf(classPath);
        }

        /// Good for a hundred thousand components.
        public static Settings of(Path data, List<Path> classPath) {
            return new Settings(data, classPath, 0, 1024, 256);
        }
    }

    /// Starts it and waits until it answers.
    ///
    /// @throws StoreException where it does not, with what it said
    public static GraphServer start(Settings settings) {
        Path data = settings.data().toAbsolutePath().normalize();
        try {
            GraphServer server = new GraphServer(settings, data, password(data));
            Thread.ofPlatform().daemon().name("graph-server").start(server::keep);
            return server;
        } catch (ProcessException | IOException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(Exception e) {
        return new StoreException("The graph server did not start. " + e.getMessage(), e);
    }

    /// Its address, once it answers there.
    private String ready() {
        try {
            return current().awaitLine(line -> line.startsWith("bolt://"), READY);
        } catch (ProcessException e) {
            current().close();
            throw e;
        }
    }

    private synchronized ChildProcess current() {
        return process;
    }

    private void keep() {
        try {
            current().awaitEnd();
            while (again()) {
                current().awaitEnd();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts it once more, unless it was closed.
    private boolean again() {
        try {
            synchronized (this) {
                if (closed) {
                    return false;
                }
                LOG.log(Level.ERROR, "The graph server at {0} ended, and is started again. {1}", uri, said());
                process = ChildProcess.start(command(uri.getPort()));
            }
            ready();
        } catch (ProcessException e) {
            LOG.log(Level.ERROR, failed(e).getMessage());
        }
        return true;
    }

    private String said() {
        String last = process.lastWords();
        return last.isEmpty() ? "It said nothing." : "It said: " + last;
    }

    private Command command(int port) {
        String classPath =
                settings.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new Command(
                "the graph server",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + settings.heapMegabytes() + "m",
                        // Loading much at once costs a tenth less with it.
                        "-XX:+UseParallelGC",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        "dev.gatehouse.server.Main",
                        data.toString(),
                        Integer.toString(port),
                        Integer.toString(settings.cacheMegabytes())),
                Map.of("GATEHOUSE_GRAPH_PASSWORD", password),
                null);
    }

    private static String password(Path data) throws IOException {
        Path file = Files.createDirectories(data).resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path written = Files.createTempFile(
                    data,
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, HexFormat.of().formatHex(random));
            Files.move(written, file);
        }
        return Files.readString(file).strip();
    }

    /// Opens the database in it.
    public Neo4jStore open() {
        return Neo4jStore.open(uri, USER, password, true);
    }

    /// Where it answers: `bolt://127.0.0.1:PORT`.
    public URI uri() {
        return uri;
    }

    /// Where it keeps everything, as an absolute path.
    public Path data() {
        return data;
    }

    /// The process id of the server itself.
    public long pid() {
        return current().pid();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        current().close();
    }
}
