package dev.gatehouse.graph.neo4j;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.graph.neo4j.History.Known;
import dev.gatehouse.graph.neo4j.History.Link;
import dev.gatehouse.model.Reading;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A copy of the newest part of the history in a file, read while the database still comes up. It changes how long a
/// start takes, never what it gives: it is taken where the database, once it answers, names the same links with the
/// same digests; where anything differs or cannot be read, everything comes from the database.
///
/// The file is [#FORMAT], then for each link its JSON and its parts as they are stored, each behind its length. It
/// grows at its end, so what breaks off there costs what broke off.
final class HistoryCopy {
    private static final byte[] FORMAT = "Gatehouse's copy of its history, 1\n".getBytes(StandardCharsets.UTF_8);
    private static final Held NOTHING = new Held(Chain.NONE, FORMAT.length);
    private static final Executor ASIDE =
            work -> Thread.ofPlatform().daemon().name("history-copy").start(work);
    private static final Logger LOG = System.getLogger(HistoryCopy.class.getName());

    private final Path file;
    private final CompletableFuture<Held> found;
    private @Nullable CompletableFuture<Known> known;
    private volatile boolean unwanted;
    private @Nullable Held held;
    private long updated = -1;

    private HistoryCopy(Path file) {
        this.file = file;
        CompletableFuture<Content> content = CompletableFuture.supplyAsync(this::read, ASIDE);
        this.found = content.thenApply(Content::held);
        this.known = content.thenApplyAsync(
                read -> read.held.chain.known(link -> parts(Objects.requireNonNull(read.parts.get(link)))), ASIDE);
    }

    /// What the file has whole, and where that ends in it.
    private record Held(Chain chain, long end) {}

    /// What was read, without what comes behind the first mistake.
    private record Content(Held held, Map<Link, List<byte[]>> parts) {}

    /// What stands in the file before a link's parts.
    ///
    /// @param readings those of the chain before its first link
    private record Entry(List<Reading> readings, Link link) {}

    /// The copy in that folder, which it begins to read.
    static HistoryCopy in(Path data) {
        return new HistoryCopy(data.resolve("history-copy"));
    }

    private Content read() {
        List<Reading> readings = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<Link, List<byte[]>> parts = new HashMap<>();
        long end = FORMAT.length;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            boolean whole = Arrays.equals(in.readNBytes(FORMAT.length), FORMAT);
            while (whole) {
                byte[] json = block(in);
                Entry entry = Json.read(json, Entry.class);
                List<byte[]> bytes = parts(in, entry.link);
                end += Integer.BYTES + json.length;
                end += bytes.stream()
                        .mapToLong(part -> Integer.BYTES + part.length)
                        .sum();
                readings.addAll(entry.readings);
                links.add(entry.link);
                parts.put(entry.link, bytes);
            }
        } catch (IOException | InvalidInputException e) {
            LOG.log(Level.DEBUG, "The copy of the history in " + file + " ends after " + links.size() + " links", e);
        }
        return new Content(new Held(new Chain(readings, links), end), parts);
    }

    private static List<byte[]> parts(DataInputStream in, Link link) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (String digest : link.parts()) {
            byte[] bytes = block(in);
            if (!Digest.of(bytes).toString().equals(digest)) {
                throw new IOException("A part is not what its digest says");
            }
            parts.add(bytes);
        }
        return parts;
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] block = in.readNBytes(Math.max(0, length));
        if (block.length != length) {
            throw new EOFException();
        }
        return block;
    }

    private List<Parts.Part> parts(List<byte[]> bytes) {
        return bytes.parallelStream()
                .map(part -> {
                    if (unwanted) {
                        throw new CancellationException();
                    }
                    return Parts.read(part);
                })
                .toList();
    }

    /// The architecture at the end of a chain as the database has it, where that goes on from what is held here; once
    /// only, for it is not kept.
    ///
    /// @param parts gives from the database what is not held here
    Optional<Known> known(Chain chain, Function<Link, List<Parts.Part>> parts) {
        CompletableFuture<Known> read = known;
        Held begin = found.exceptionally(_ -> NOTHING).join();
        if (read == null || !chain.goesOnFrom(begin.chain)) {
            forget();
            return Optional.empty();
        }
        known = null;
        Optional<Known> before = read.thenApply(Optional::of)
                .exceptionally(e -> {
                    LOG.log(Level.DEBUG, "The copy of the history in " + file + " cannot be taken", e);
                    return Optional.empty();
                })
                .join();
        return before.map(each -> chain.known(begin.chain, each, parts));
    }

    /// Lets go of what was read.
    void forget() {
        unwanted = true;
        known = null;
    }

    /// Brings the file up to the newest revision. Where that does not succeed, it stays as short as it was.
    void update(History history) {
        try {
            long newest = history.newest();
            if (newest != updated) {
                Held before = held == null ? found.exceptionally(_ -> NOTHING).join() : held;
                held = write(history, history.chain(newest), before);
                updated = newest;
            }
        } catch (IOException | UncheckedIOException | StoreException e) {
            LOG.log(Level.DEBUG, "The copy of the history in " + file + " stays as it is", e);
        }
    }

    private Held write(History history, Chain chain, Held before) throws IOException {
        if (chain.links().isEmpty() || chain.equals(before.chain)) {
            return before;
        }
        return chain.goesOnFrom(before.chain) && isWhole(before)
                ? append(history, chain, before)
                : writeAnew(history, chain);
    }

    /// Whether nobody took it away meanwhile, or a part of it.
    private boolean isWhole(Held before) throws IOException {
        return Files.exists(file) && Files.size(file) >= before.end;
    }

    private Held append(History history, Chain chain, Held before) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(before.end).position(before.end);
            try {
                return write(history, chain, before.chain.links().size(), channel);
            } catch (IOException | RuntimeException e) {
                channel.truncate(before.end);
                throw e;
            }
        }
    }

    private Held writeAnew(History history, Chain chain) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        try {
            Held all = writeAnew(history, chain, written);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return all;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static Held writeAnew(History history, Chain chain, Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(
                written,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            Channels.newOutputStream(channel).write(FORMAT);
            return write(history, chain, 0, channel);
        }
    }

    private static Held write(History history, Chain chain, int from, FileChannel channel) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        for (Link link : chain.links().subList(from, chain.links().size())) {
            boolean first = link.equals(chain.links().getFirst());
            block(out, Json.bytes(new Entry(first ? chain.readings() : List.of(), link)));
            history.bytes(link, part -> block(out, part));
        }
        out.flush();
        channel.force(true);
        return new Held(chain, channel.position());
    }

    private static void block(DataOutputStream out, byte[] block) {
        try {
            out.writeInt(block.length);
            out.write(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
