package dev.gatehouse.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a process writes to one of its streams: read all the time so that it never blocks, the first and the last lines
/// kept.
final class Output {
    private static final int KEPT = 20;
    private static final Duration END = Duration.ofSeconds(2);

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread pump;

    private Output(InputStream stream) {
        // A platform thread: a virtual one would hold its carrier while it waits at the pipe, and two children would
        // stop every virtual thread of a machine with two cores.
        this.pump = Thread.ofPlatform().daemon().name("process-output").unstarted(() -> read(stream));
    }

    static Output of(InputStream stream) {
        Output output = new Output(stream);
        output.pump.start();
        return output;
    }

    private void read(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::keep);
        } catch (IOException | UncheckedIOException e) {
            keep("(its output broke off: " + e.getMessage() + ")");
        }
    }

    private synchronized void keep(String line) {
        if (first.size() < KEPT) {
            first.add(line);
        }
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    synchronized Optional<String> first(Predicate<String> meant) {
        return first.stream().filter(meant).findFirst();
    }

    synchronized List<String> last() {
        return List.copyOf(last);
    }

    /// Waits until all that an ended process wrote has been read; false where somebody else keeps the stream open.
    boolean awaitEnd() {
        try {
            return pump.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
