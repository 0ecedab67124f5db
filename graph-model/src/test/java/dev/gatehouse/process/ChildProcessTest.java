package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void waits_for_the_line_that_says_it_is_ready() {
        try (ChildProcess child = ChildProcess.start(shell("echo starting; echo ready on 7; exec sleep 600"))) {
            assertThat(child.awaitLine(line -> line.startsWith("ready"), SOON)).isEqualTo("ready on 7");
            assertThat(child.alive()).isTrue();
        }
    }

    @Test
    void passes_words_environment_and_directory_as_they_are(@TempDir Path directory) throws IOException {
        Command command = new Command(
                "the echo",
                List.of("sh", "-c", "echo \"$1|$WORD|$(pwd -P)\"", "sh", "a 'b' $c \"d\""),
                Map.of("WORD", "x y"),
                directory);
        try (ChildProcess child = ChildProcess.start(command)) {
            assertThat(child.awaitLine(_ -> true, SOON)).isEqualTo("a 'b' $c \"d\"|x y|" + directory.toRealPath());
        }
    }

    @Test
    void tells_what_the_program_said_when_it_ends_before_it_is_ready() {
        try (ChildProcess child = ChildProcess.start(shell("echo 'no such port' >&2; exit 7"))) {
            assertThatThrownBy(() -> child.awaitLine(_ -> true, SOON))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("the test program ended with exit code 7")
                    .hasMessageContaining("no such port");
        }
    }

    @Test
    void tells_that_a_program_was_not_ready_in_time() {
        try (ChildProcess child = ChildProcess.start(shell("exec sleep 600"))) {
            assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(50)))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("was not ready");
        }
    }

    @Test
    void tells_that_there_is_no_such_program() {
        try (ChildProcess child = ChildProcess.start(new Command("nothing", List.of("/no/such/program")))) {
            assertThatThrownBy(() -> child.awaitLine(_ -> true, SOON))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("/no/such/program");
        }
    }

    @Test
    void ends_a_program_that_ends_when_asked() {
        ChildProcess child = ChildProcess.start(shell("trap 'exit 0' TERM; echo up; while :; do sleep 0.1; done"));
        child.awaitLine("up"::equals, SOON);

        child.close();

        assertThat(child.alive()).isFalse();
    }

    @Test
    void ends_a_program_that_does_not_want_to() {
        ChildProcess child = ChildProcess.start(shell("trap '' TERM; echo up; while :; do sleep 0.1; done"));
        child.awaitLine("up"::equals, SOON);

        child.close();

        assertThat(child.alive()).isFalse();
    }

    @Test
    void leaves_no_child_behind_when_the_parent_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledParent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        child.onExit().get(30, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    private static Command shell(String script) {
        return new Command("the test program", List.of("sh", "-c", script));
    }
}
