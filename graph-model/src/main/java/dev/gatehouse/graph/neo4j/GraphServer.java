package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;

/// The Neo4j of a data folder, as a child process on loopback that ends with us. Where it ends before, it is started
/// again at the same address, so whoever is connected goes on after a while.
///
/// The folder has a file `password`, made at the first start and readable by its owner only, and `history-copy`, the
/// newest part of the history for the next start to read while Neo4j comes up; it can be deleted.
public final class GraphServer implements AutoCloseable {
    private static final String USER = "neo4j";
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /// What is committed in between is read from the database at the next start.
    private static final Duration COPIED_EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = System.getLogger(GraphServer.class.getName());

    private final Settings settings;
    private final Path data;
    private final Claim claim;
    private final @Nullable ClassCache cache;
    private final String password;
    private final HistoryCopy copy;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<URI> uri = new CompletableFuture<>();
    private ChildProcess process;

    private GraphServer(Settings settings, Path data, Claim claim) throws IOException {
        this.settings = settings;
        this.data = data;
        this.claim = claim;
        this.cache = settings.caches() == null ? null : ClassCache.of(settings.caches(), settings);
        this.password = password(data);
        this.process = ChildProcess.start(program(settings.port()));
        this.copy = HistoryCopy.in(data);
    }

    /// What it is given.
    ///
    /// @param data where it keeps everything
    /// @param classPath of the server's own program: folders and jars, or a folder followed by `/*`
    /// @param port 0 to choose a free one
    /// @param heapMegabytes of its Java machine
    /// @param cacheMegabytes for pages of its files
    /// @param caches the folder in which a cache of its classes is kept; null keeps none
    public record Settings(
            Path data,
            List<Path> classPath,
            int port,
            int heapMegabytes,
            int cacheMegabytes,
            @Nullable Path caches) {
        public Settings {
            classPath = List.copyOf(classPath);
        }

        /// Good for a hundred thousand components.
        public static Settings of(Path data, List<Path> classPath) {
            return new Settings(data, classPath, 0, 1024, 256, null);
        }

        /// The same with a cache of the program's classes in that folder; null keeps none.
        public Settings cachedIn(@Nullable Path folder) {
            return new Settings(data, classPath, port, heapMegabytes, cacheMegabytes, folder);
        }
    }

    /// Starts it, and returns while it still comes up: whoever needs it waits.
    ///
    /// @throws InUseException where another process has it run
    /// @throws StoreException where it cannot be started
    public static GraphServer start(Settings settings) {
        Path data = settings.data().toAbsolutePath().normalize();
        try {
            GraphServer server = start(settings, data, Claim.on(Files.createDirectories(data)));
            Thread.ofPlatform().daemon().name("graph-server").start(server::run);
            return server;
        } catch (ProcessException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StoreException("The graph server cannot use the folder " + data + ": " + e, e);
        }
    }

    private static GraphServer start(Settings settings, Path data, Claim claim) throws IOException {
        try {
            return new GraphServer(settings, data, claim);
        } catch (ProcessException | IOException e) {
            claim.close();
            throw e;
        }
    }

    private void run() {
        try {
            uri.complete(URI.create(ready()));
        } catch (ProcessException e) {
            uri.completeExceptionally(new StoreException(String.valueOf(e.getMessage()), e));
            return;
        }
        keep();
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
                if (ended.getCount() == 0) {
                    return false;
                }
                LOG.log(Level.ERROR, "The graph server at {0} ended, and is started again. {1}", uri(), said());
                process = ChildProcess.start(program(uri().getPort()));
            }
            ready();
        } catch (ProcessException e) {
            LOG.log(Level.ERROR, inOneLine(String.valueOf(e.getMessage())));
        }
        return true;
    }

    private Command program(int port) {
        List<String> flags = cache == null ? List.of() : cache.flags();
        return ServerProgram.command(settings, flags, password, List.of(data.toString(), Integer.toString(port)));
    }

    private String said() {
        String last = process.lastWords();
        return last.isEmpty() ? "It said nothing." : "It said: " + inOneLine(last);
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }

    private static String password(Path data) throws IOException {
        Path file = data.resolve("password");
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

    /// Waits until it answers, and opens the database in it.
    ///
    /// @throws StoreException where it does not come up, with what it said, or the database cannot be opened
    public Neo4jStore open() {
        return Neo4jStore.open(uri(), USER, password, true, copy);
    }

    /// Sees to it that it comes up faster the next time, aside and with what the processors have to spare, for as long
    /// as it runs.
    public void prepareNextStart() {
        Thread.ofPlatform().daemon().name("history-copy").start(this::keepCopy);
        if (cache != null) {
            Thread.ofPlatform().daemon().name("class-cache").start(cache::make);
        }
    }

    private void keepCopy() {
        try (Bolt bolt = new Bolt(uri(), AuthTokens.basic(USER, password))) {
            History history = new History(bolt);
            boolean end = false;
            while (!end) {
                copy.update(history);
                end = ended.await(COPIED_EVERY.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where it answers, once it does: `bolt://127.0.0.1:PORT`.
    ///
    /// @throws StoreException where it does not come up, with what it said
    public URI uri() {
        try {
            return uri.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException failed ? failed : e;
        }
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
            ended.countDown();
        }
        current().close();
        if (cache != null) {
            cache.close();
        }
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
