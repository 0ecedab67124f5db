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
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads the files that a user names; of a folder all YAML and JSON files below it. Links are followed to files and
/// from what was named, not to folders below it, which may lead anywhere.
public final class InputFiles {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final Path directory;
    private final Function<Path, String> names;
    private final List<Diagnostic> problems = new ArrayList<>();
    private long bytes;

    private InputFiles(Path directory, Function<Path, String> names) {
        this.directory = directory;
        this.names = names;
    }

    /// The files, in the order of the paths and by name below a folder. Each is named by its path in the git
    /// work tree that it stands in, or else below the working directory, so that its name is the same however
    /// it was spelt.
    ///
    /// @throws InvalidInputException naming every path that cannot be read, as the user gave it
    public static List<SourceFile> read(Path directory, List<Path> paths) {
        return new InputFiles(directory, path -> KnownPlace.name(directory, path)).all(paths);
    }

    /// The same of files that something else names, by the names that they have there: names begin as they
    /// were given.
    static List<SourceFile> readAsNamed(Path folder, List<Path> paths) {
        return new InputFiles(folder, KnownPlace::text).all(paths);
    }

    private List<SourceFile> all(List<Path> paths) {
        return orThrow(paths.stream().flatMap(path -> below(path).stream()).toList());
    }

    /// One file.
    public static SourceFile readOne(Path directory, Path path) {
        return one(new InputFiles(directory, each -> KnownPlace.name(directory, each)), path);
    }

    /// One file, by the name that it is given.
    static SourceFile readOneAsNamed(Path folder, Path path) {
        return one(new InputFiles(folder, KnownPlace::text), path);
    }

    private static SourceFile one(InputFiles input, Path path) {
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
                problems.add(Sizes.ofFile(names.apply(path), size));
            } else if (bytes <= Sizes.SOURCE) {
                return new SourceFile(names.apply(path), WholeFile.read(file, Sizes.FILE));
            }
        } catch (IOException e) {
            problem(path, e);
        }
        return new SourceFile(names.apply(path), new byte[0]);
    }

    private void problem(Path path, Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        String why = cause instanceof AccessDeniedException ? "you may not read all of it" : e.getMessage();
        problems.add(Diagnostic.error("'" + path + "' cannot be read: " + why, "check the path"));
    }
}
