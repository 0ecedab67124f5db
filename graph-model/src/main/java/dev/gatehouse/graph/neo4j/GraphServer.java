package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.ProcessException;
import java.io.File;
import java.io.IOException;
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

/// The Neo4j of a data folder, as a child process on loopback that ends with us.
///
/// The folder has a file `password`, made at the first start and readable by its owner only.
public final class GraphServer implements AutoCloseable {
    private static final String USER = "neo4j";
    private static final Duration READY = Duration.ofMinutes(3);

    private final ChildProcess process;
    private final Path data;
    private final URI uri;
    private final String password;

    private GraphServer(ChildProcess process, Path data, URI uri, String password) {
        this.process = process;
        this.data = data;
        this.uri = uri;
        this.password = password;
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
        ChildProcess process = null;
        try {
            String password = password(data);
            process = ChildProcess.start(command(settings, data, password));
            String uri = process.awaitLine(line -> line.startsWith("bolt://"), READY);
            return new GraphServer(process, data, URI.create(uri), password);
        } catch (ProcessException | IOException e) {
            if (process != null) {
                process.close();
            }
            throw new StoreException("The graph server did not start. " + e.getMessage(), e);
        }
    }

    private static Command command(Settings settings, Path data, String password) {
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
                        Integer.toString(settings.port()),
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
        return Neo4jStore.open(uri, USER, password);
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
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
