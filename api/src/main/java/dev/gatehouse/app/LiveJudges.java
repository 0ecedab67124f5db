package dev.gatehouse.app;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.verdict.JudgeSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The judges of the rule and policy folders as they are now: looked at before each decision, and built anew when a
/// file changed. A broken edit leaves the old set working, and is told loudly.
final class LiveJudges implements Supplier<JudgeSet>, AutoCloseable {
    private final JudgeFolders folders;
    private final Consumer<InvalidInputException> alarm;
    private @Nullable JudgeSet current;
    /// The set before the current one: decisions that began with it may still be asking it.
    private @Nullable JudgeSet retired;

    private @Nullable JudgeSet shown;
    private long stamp;

    /// @param alarm told once for each broken edit
    LiveJudges(JudgeFolders folders, Consumer<InvalidInputException> alarm) {
        this.folders = folders;
        this.alarm = alarm;
    }

    /// @throws InvalidInputException when there never was a set that works
    @Override
    public synchronized JudgeSet get() {
        long now = stamp(folders.all());
        if (shown == null || now != stamp) {
            reload();
            stamp = now;
        }
        return Objects.requireNonNull(shown);
    }

    private void reload() {
        try {
            JudgeSet next = folders.load();
            close(retired);
            retired = current;
            current = next;
            shown = next;
        } catch (InvalidInputException broken) {
            JudgeSet old = current;
            if (old == null) {
                throw broken;
            }
            shown = new JudgeSet(old.judges(), old.gates(), old.questions(), broken.diagnostics());
            alarm.accept(broken);
        }
    }

    /// Changes when a file appears, goes or is written.
    private static long stamp(List<Path> folders) {
        long[] hash = {17};
        try {
            for (Path folder : folders) {
                Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        hash[0] += (31L * file.hashCode() + attributes.size())
                                * (attributes.lastModifiedTime().toMillis() | 1);
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash[0];
    }

    @Override
    public synchronized void close() {
        close(retired);
        close(current);
    }

    private static void close(@Nullable JudgeSet set) {
        if (set != null) {
            set.judges().forEach(Judge::close);
        }
    }
}
