package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Launcher.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `gatehouse serve` as a process of its own, from its first moment to its last.
@Timeout(300)
class ServeLifeTest {
    @TempDir
    private Path folder;

    @Test
    void a_port_that_does_not_exist_is_told_before_anything_starts() throws Exception {
        for (String port : List.of("-1", "70000")) {
            Outcome outcome = serve(port).outcome();
            assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(64);
            assertThat(outcome.err()).contains("There is no port " + port).contains("from 1 to 65535");
            assertNothingBegan(outcome);
        }
    }

    @Test
    void a_port_that_is_taken_is_told_before_anything_starts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = serve(String.valueOf(taken.getLocalPort())).outcome();
            assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(3);
            assertThat(outcome.err())
                    .contains("error: Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("is another server running there?");
            assertNothingBegan(outcome);
        }
    }

    private void assertNothingBegan(Outcome outcome) {
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).doesNotContain("starting").doesNotContain("Exception");
        assertThat(folder.resolve("state/graph")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, starting Neo4j", "TERM, 143, compiling rules"})
    void a_start_that_is_broken_off_ends_at_once_with_all_that_it_began(String signal, int exit, String moment)
            throws Exception {
        Running serve = serve("0");
        serve.await(moment);
        Served.await(() -> serve.handle().descendants().count() > 0);
        List<ProcessHandle> children = serve.handle().descendants().toList();

        Served.signal(signal, serve.handle());

        Outcome outcome = serve.outcome();
        assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(exit);
        assertThat(outcome.out()).as("it never came to answer").isEmpty();
        assertThat(outcome.err()).doesNotContain("error").doesNotContain("Exception");
        children.forEach(child -> child.onExit().join());
    }

    @Test
    void one_that_answers_ends_in_order_when_told_to() throws Exception {
        Running serve = serve("0");
        Served.await(() -> serve.out().contains(Served.READY));

        Served.signal("INT", serve.handle());

        Outcome outcome = serve.outcome();
        assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(130);
        assertThat(outcome.err()).contains("gatehouse: stopping").doesNotContain("Exception");
    }

    private Running serve(String port) throws IOException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(Served.words(Served.root(folder), "--port", port))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("GATEHOUSE_HOME", folder.resolve("state").toString());
        return new Running(builder.start(), out, err);
    }

    private record Running(Process process, Path outFile, Path errFile) {
        ProcessHandle handle() {
            return process.toHandle();
        }

        String out() {
            return text(outFile);
        }

        void await(String said) {
            Served.await(() -> text(errFile).contains(said));
        }

        Outcome outcome() throws InterruptedException {
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
            return new Outcome(process.exitValue(), out(), text(errFile));
        }

        private static String text(Path file) {
            try (Stream<String> lines = Files.lines(file)) {
                return String.join("\n", lines.toList());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
