package dev.gatehouse.cli.input;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Sizes;
import dev.gatehouse.document.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads the files that a user names; of a folder all YAML and JSON files below it. Links are followed to files and
/// from what was named, not to folders below it, which may lead anywhere.
public final class InputFiles {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final Path directory;
    private final List<Diagnostic> problems = new ArrayList<>();
    private long bytes;

    private InputFiles(Path directory) {
        this.directory = directory;
    }

    /// The files, in the order of the paths and by name below a folder; names begin as the user gave them.
    ///
    /// @throws InvalidInputException naming every path that cannot be read
    public static List<SourceFile> read(Path directory, List<Path> paths) {
        InputFiles input = new InputFiles(directory);
        List<SourceFile> files =
                paths.stream().flatMap(path -> input.below(path).stream()).toList();
        return input.orThrow(files);
    }

    /// One file.
    public static SourceFile readOne(Path directory, Path path) {
        InputFiles input = new InputFiles(directory);
        SourceFile file = input.file(path);
        return input.orThrow(List.of(file)).getFirst();
    }

    private <T> T orThrow(T value) {
        if (bytes > Sizes.SOURCE) {
            problems.add(Sizes.ofSource(bytes));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return value;
    }

    private List<SourceFile> below(Path path) {
        Path resolved = directory.resolve(path);
        if (!Files.isDirectory(resolved)) {
            return List.of(file(path));
        }
        Path real = real(resolved);
        try (Stream<Path> all = Files.walk(real)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(ending ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(ending)))
                    .sorted()
                    .map(file -> file(path.resolve(real.relativize(file))))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problem(path, e);
        }
        return List.of();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    private SourceFile file(Path path) {
        try {
            Path file = directory.resolve(path);
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            bytes += size;
            if (size > Sizes.FILE) {
                problems.add(Sizes.ofFile(path.toString(), size));
            } else if (bytes <= Sizes.SOURCE) {
                return new SourceFile(path.toString(), WholeFile.read(file, Sizes.FILE));
            }
        } catch (IOException e) {
            problem(path, e);
        }
        return new SourceFile(path.toString(), new byte[0]);
    }

    private void problem(Path path, Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        String why = cause instanceof AccessDeniedException ? "you may not read all of it" : e.getMessage();
        problems.add(Diagnostic.error("'" + path + "' cannot be read: " + why, "check the path"));
    }
}
