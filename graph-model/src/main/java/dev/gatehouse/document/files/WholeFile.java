package dev.gatehouse.document.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Reads and writes a file as a whole. A named pipe or a device is never read: it may never answer or never end.
public final class WholeFile {
    /// The most bytes that are read where nothing less is said.
    public static final int LARGEST = 64 * 1024 * 1024;

    /// What a shell hands over as a file, and ends by itself.
    private static final Path HANDED_OVER = Path.of("/dev/fd");

    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    private WholeFile() {}

    /// @param most bytes
    /// @throws IOException whose message says in words why not: `it is a folder`
    public static byte[] read(Path file, int most) throws IOException {
        if (!file.startsWith(HANDED_OVER) && !file.equals(STANDARD_INPUT)) {
            requireFile(file, most);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(most);
            if (content.length == most && stream.read() >= 0) {
                throw new IOException("it has more than " + most + " bytes");
            }
            return content;
        } catch (AccessDeniedException e) {
            throw new IOException("you may not read it", e);
        }
    }

    /// The text of a file of UTF-8.
    ///
    /// @param most bytes
    /// @throws IOException as above
    public static String text(Path file, int most) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(file, most)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8 text; save it as UTF-8", e);
        }
    }

    /// Makes or replaces a file; whoever looks sees the one or the other, also after a crash. Its folder is made where
    /// there is none. Only its owner can read it, even while it is written.
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = Files.createTempFile(folder, "." + file.getFileName(), ".part", ownerOnly(folder));
        try {
            writeThrough(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
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

    private static void requireFile(Path file, int most) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (!Files.exists(file)) {
            throw new IOException(
                    Files.isSymbolicLink(file) ? "it is a link that leads nowhere" : "there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is a pipe, a device or a socket");
        }
        if (Files.size(file) > most) {
            throw new IOException("it has " + Files.size(file) + " bytes; at most " + most + " are read");
        }
    }
}
