package dev.gatehouse.access.files;

import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that only its owner can read, written whole or not at all.
record PrivateFile(Path folder, String name) {
    /// Replaces the content; it was never readable by others, not even while written.
    void write(byte[] content) {
        try {
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, name, ".new", ownerOnly(folder));
            try {
                write(next, content);
                Files.move(next, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path() + " could not be written (" + FileTrouble.why(e)
                            + "); check the disk's space and the folder's permissions",
                    e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path path() {
        return folder.resolve(name);
    }

    boolean exists() {
        return Files.exists(path());
    }

    byte[] read() {
        try {
            return WholeFile.read(path(), WholeFile.LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path() + " could not be read (" + FileTrouble.why(e) + "); check its permissions", e);
        }
    }
}
