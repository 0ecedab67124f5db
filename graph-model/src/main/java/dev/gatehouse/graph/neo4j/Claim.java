package dev.gatehouse.graph.neo4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/// The right of one process to have a data folder served: a lock on the file `starter` in it, which holds that
/// process's id. The lock falls with the process, also where a killed one lingers because nobody waits for it.
record Claim(FileChannel channel) implements AutoCloseable {
    /// How long to wait for the one before: a process that was killed holds its files until its last thread has ended.
    private static final int PATIENCE_TENTHS = 20;

    /// @throws InUseException naming the process that has it
    static Claim on(Path data) throws IOException {
        Path file = data.resolve("starter");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean free = isFree(channel);
        for (int tenths = 0; !free && tenths < PATIENCE_TENTHS; tenths++) {
            LockSupport.parkNanos(100_000_000);
            free = isFree(channel);
        }
        if (!free) {
            channel.close();
            throw new InUseException("The data in " + data + " are in use by "
                    + process(Files.readString(file).strip()) + ". Stop that one, or use another folder");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new Claim(channel);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// It may not have said yet who it is.
    private static String process(String id) {
        return id.isEmpty() ? "another process" : "process " + id;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
