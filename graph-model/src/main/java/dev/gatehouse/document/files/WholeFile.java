package dev.gatehouse.document.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file as a whole: never a named pipe or a device, which may never answer or never end.
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
