package dev.gatehouse.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/// The one process that may serve a data folder: a lock on the file `holder` in it, which holds that process's id. The
/// lock falls with the process.
final class Holder implements AutoCloseable {
    /// How long to wait for the one before: whoever started it is gone, and it is about to end.
    private static final int PATIENCE_TENTHS = 100;

    private final FileChannel channel;

    private Holder(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws HeldException naming the process that goes on serving the folder
    static Holder of(Path home) throws IOException {
        Path file = home.resolve("holder");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        for (int tenths = 0; lock == null && tenths < PATIENCE_TENTHS; tenths++) {
            LockSupport.parkNanos(100_000_000);
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
            throw new HeldException("The data in " + home + " are in use: process "
                    + Files.readString(file).strip() + " serves them. Stop that one, or use another folder.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new Holder(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
