package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.files.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made of some folders, as they are now: they are looked at each time, and it is made anew when a file
/// changed. A broken edit, or one that cannot be read, leaves the old one working, and is told loudly; so is its
/// mending.
public final class Live<T> implements AutoCloseable {
    private final List<Path> folders;
    private final Supplier<T> load;
    private final Consumer<T> end;
    private final Uses uses;
    private final Consumer<List<Diagnostic>> alarm;
    private @Nullable T current;
    private long stamp;
    private volatile List<Diagnostic> broken = List.of();

    /// @param load makes one, or throws what is wrong with the folders
    /// @param end lets go of one
    /// @param uses whose end is waited for before an old one is let go
    /// @param alarm told once for each broken edit what is wrong with it, and nothing once all is whole again
    public Live(List<Path> folders, Supplier<T> load, Consumer<T> end, Uses uses, Consumer<List<Diagnostic>> alarm) {
        this.folders = List.copyOf(folders);
        this.load = load;
        this.end = end;
        this.uses = uses;
        this.alarm = alarm;
    }

    /// @throws InvalidInputException when there never was one that works
    public synchronized T get() {
        long now = stamp(folders);
        T known = current;
        if (known == null || now != stamp) {
            known = known == null ? load.get() : reloaded(known);
            current = known;
            stamp = now;
        }
        return known;
    }

    /// The one that was made last; empty where nobody has asked for it yet. Looks at nothing.
    public synchronized Optional<T> known() {
        return Optional.ofNullable(current);
    }

    private T reloaded(T old) {
        InvalidInputException wrong;
        try {
            T next = load.get();
            uses.retire(() -> end.accept(old));
            mended();
            return next;
        } catch (InvalidInputException e) {
            wrong = e;
        } catch (UncheckedIOException e) {
            wrong = new InvalidInputException(
                    "The folders " + folders + " cannot be read: " + FileTrouble.why(e), "save them once more");
        }
        broken = wrong.diagnostics();
        alarm.accept(broken);
        return old;
    }

    private void mended() {
        if (!broken.isEmpty()) {
            broken = List.of();
            alarm.accept(broken);
        }
    }

    /// What was wrong with the last edit; empty where it was taken up. Looks at nothing.
    public List<Diagnostic> broken() {
        return broken;
    }

    /// Changes when a file appears, goes or is written. What goes while it is looked at counts as gone.
    private static long stamp(List<Path> folders) {
        long[] hash = {17};
        FileVisitor visitor = new FileVisitor(hash);
        try {
            for (Path folder : folders) {
                Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash[0];
    }

    private static final class FileVisitor extends SimpleFileVisitor<Path> {
        private final long[] hash;

        FileVisitor(long[] hash) {
            this.hash = hash;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            hash[0] += (31L * file.hashCode() + attributes.size())
                    * (attributes.lastModifiedTime().toMillis() | 1);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public synchronized void close() {
        T last = current;
        if (last != null) {
            current = null;
            end.accept(last);
        }
    }
}
