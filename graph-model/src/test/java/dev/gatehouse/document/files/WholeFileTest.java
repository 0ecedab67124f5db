package dev.gatehouse.document.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void reads_a_file_up_to_a_limit() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "text");

        assertThat(WholeFile.read(file, 4)).asString().isEqualTo("text");
        assertThat(WholeFile.text(Files.createSymbolicLink(folder.resolve("link"), file), 4))
                .isEqualTo("text");
        assertRefused(file, 3, "it has 4 bytes; at most 3 are read");
    }

    @Test
    void says_what_is_no_file() throws IOException {
        assertRefused(folder, 9, "it is a folder");
        assertRefused(folder.resolve("none"), 9, "there is no such file");
        assertRefused(
                Files.createSymbolicLink(folder.resolve("lost"), folder.resolve("none")),
                9,
                "it is a link that leads nowhere");
    }

    @Test
    void opens_no_pipe_no_device_and_no_socket() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "there are no devices here");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there are no pipes here");

        assertRefused(pipe, 9, "it is a pipe, a device or a socket");
        assertRefused(Path.of("/dev/zero"), 9, "it is a pipe, a device or a socket");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path address = folder.resolve("socket");
            socket.bind(UnixDomainSocketAddress.of(address));
            assertRefused(address, 9, "it is a pipe, a device or a socket");
        }
    }

    @Test
    void says_what_is_no_text() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> WholeFile.text(file, 9)).hasMessage("it is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void writes_and_replaces_a_file_that_only_its_owner_reads_and_leaves_nothing_beside_it() throws IOException {
        Path file = folder.resolve("new/a");

        WholeFile.write(file, "first".getBytes(StandardCharsets.UTF_8));
        WholeFile.write(file, "then".getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasContent("then");
        try (Stream<Path> all = Files.list(folder.resolve("new"))) {
            assertThat(all).containsExactly(file);
        }
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"), "there are no permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_cannot_be_written_leaves_what_was_there() throws IOException {
        Path file = folder.resolve("a");
        Files.createDirectories(file.resolve("full"));

        assertThatThrownBy(() -> WholeFile.write(file, new byte[1])).isInstanceOf(IOException.class);

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
        assertThat(file.resolve("full")).exists();
    }

    private static void assertRefused(Path file, int most, String why) {
        assertThatThrownBy(() -> WholeFile.read(file, most))
                .isInstanceOf(IOException.class)
                .hasMessage(why);
    }
}
