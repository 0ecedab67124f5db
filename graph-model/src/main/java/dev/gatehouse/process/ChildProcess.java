package dev.gatehouse.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A program that ends when we close it, and when we are gone, kill -9 included.
///
/// It first gets SIGTERM and, where that does not end it within five seconds, SIGKILL. Its standard input is a pipe
/// that never says anything and ends when we do. A Ctrl-C in our terminal does not reach it.
public final class ChildProcess implements AutoCloseable {
    /// Waits for the end of the pipe, then ends the process that has become the program.
    private static final String WATCH = """
            trap '' INT HUP
            exec 3<&0
            program=$$
            (
              while read -r _ <&3; do :; done
              kill -TERM $program
              tenths=0
              while [ $tenths -lt 50 ] && kill -0 $program; do sleep 0.1; tenths=$((tenths + 1)); done
              kill -KILL $program
            ) >/dev/null 2>&1 &
            exec "$@" 3<&-
            """;

    private static final Duration GRACE = Duration.ofSeconds(7);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Command command;
    private final Process process;
    private final Output output;
    private final Output errors;

    private ChildProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
        this.output = Output.of(process.getInputStream());
        this.errors = Output.of(process.getErrorStream());
        // The watch ends with the program.
        var _ = process.onExit().thenRun(this::endPipe);
    }

    /// Starts a program.
    ///
    /// @throws ProcessException where it cannot be started at all
    public static ChildProcess start(Command command) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "gatehouse-watch"));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(command.environment());
        if (command.directory() != null) {
            builder.directory(command.directory().toFile());
        }
        try {
            return new ChildProcess(command, builder.start());
        } catch (IOException e) {
            throw new ProcessException(command.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /// The first line on its standard output that is meant.
    ///
    /// @throws ProcessException where it ends before, or says no such line in time
    public String awaitLine(Predicate<String> meant, Duration deadline) {
        awaitReady(() -> output.first(meant).isPresent(), deadline);
        return output.first(meant).orElseThrow();
    }

    /// Waits until a probe says that it is ready, asking again and again.
    ///
    /// @throws ProcessException where it ends before, or is not ready in time
    public void awaitReady(BooleanSupplier probe, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!probe.getAsBoolean()) {
            if (!process.isAlive() && !(output.awaitEnd() && probe.getAsBoolean())) {
                throw new ProcessException(
                        command.name() + " ended with exit code " + process.exitValue() + " before it was ready"
                                + said(),
                        null);
            }
            if (System.nanoTime() > end) {
                throw new ProcessException(
                        command.name() + " was not ready within " + deadline.toSeconds() + " s" + said(), null);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String said() {
        if (!process.isAlive()) {
            errors.awaitEnd();
        }
        String last = lastWords();
        return last.isEmpty() ? "" : ":\n" + last;
    }

    /// The last lines that it wrote to its standard error.
    public String lastWords() {
        return String.join("\n", errors.last());
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Waits until it has ended, by itself or because it was closed.
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /// The process id of the program itself.
    public long pid() {
        return process.pid();
    }

    /// Ends it and waits until it has ended.
    @Override
    public void close() {
        endPipe();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void endPipe() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is broken already, which ends the program as well.
            process.destroy();
        }
    }
}
