package dev.gatehouse.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The one process that may serve a data folder: a lock on the file `holder` in it, which holds two process ids, that
/// of the server and that of whoever started it. The lock falls with the process.
final class Holder implements AutoCloseable {
    /// How long to wait for a server whose parent is gone: it is about to end.
    private static final int ORPHAN_TENTHS = 100;

    private final FileChannel channel;

    private Holder(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws HeldException naming the process that serves the folder already
    static Holder of(Path home) throws IOException {
        Path file = home.resolve("holder");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        for (int tenths = 0;
                lock == null && tenths < ORPHAN_TENTHS && !parentOf(file).isPresent();
                tenths++) {
            LockSupport.parkNanos(100_000_000);
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
            throw new HeldException(held(home, file));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pids().getBytes(StandardCharsets.UTF_8)));
        return new Holder(channel);
    }

    private static String pids() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "\n" + self.parent().map(ProcessHandle::pid).orElse(0L) + "\n";
    }

    private static Optional<ProcessHandle> parentOf(Path file) throws IOException {
        return pid(file, 1).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private static Optional<Long> pid(Path file, int line) throws IOException {
        return Files.readAllLines(file).stream().skip(line).findFirst().map(Long::valueOf);
    }

    private static String held(Path home, Path file) throws IOException {
        return "The data in " + home + " are in use: process " + pid(file, 0).orElse(0L) + " serves them"
                + parentOf(file).map(Holder::starter).orElse("") + ". Stop that one, or use another folder.";
    }

    private static String starter(ProcessHandle parent) {
        return ", started by process " + parent.pid()
                + parent.info().command().map(command -> " (" + command + ")").orElse("");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
