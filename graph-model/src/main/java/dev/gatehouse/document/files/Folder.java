package dev.gatehouse.document.files;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The small text files below a folder. Hidden files and folders are left out; a link that leads out of the folder is
/// refused.
public final class Folder {
    /// The largest file that is read, in bytes.
    public static final int LARGEST = 1 << 20;

    /// The most files that are read.
    public static final int MOST = 10_000;

    private Folder() {}

    /// The texts of the files whose names below the folder (with `/` between) are wanted, by those names.
    ///
    /// @throws InvalidInputException with every file that cannot be read
    public static SortedMap<String, String> read(Path folder, Predicate<String> wanted) {
        List<Diagnostic> problems = new ArrayList<>();
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            Path root = folder.toRealPath();
            for (Path file : files(root, wanted)) {
                read(root, file, folder, texts, problems);
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(Diagnostic.error("The folder '" + folder + "' cannot be read", "name a folder that exists"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return texts;
    }

    private static List<Path> files(Path root, Predicate<String> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !isHidden(root.relativize(file)))
                    .filter(file -> wanted.test(name(root, file)))
                    .limit(MOST + 1L)
                    .toList();
            if (files.size() > MOST) {
                throw new InvalidInputException(
                        "The folder '" + root + "' holds more than " + MOST + " files", "name a folder with fewer");
            }
            return files;
        }
    }

    private static void read(
            Path root, Path file, Path folder, SortedMap<String, String> texts, List<Diagnostic> problems) {
        String name = name(root, file);
        String shown = folder.resolve(name).toString();
        try {
            if (Files.exists(file) && !file.toRealPath().startsWith(root)) {
                problems.add(problem(shown, "This link leads out of the folder", "put the file itself there"));
            } else {
                texts.put(name, WholeFile.text(file, LARGEST));
            }
        } catch (IOException e) {
            problems.add(
                    problem(shown, "This file cannot be read: " + e.getMessage(), "put a file there, or take it away"));
        }
    }

    private static boolean isHidden(Path name) {
        for (Path part : name) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static Diagnostic problem(String file, String message, @Nullable String cure) {
        return new Diagnostic(Diagnostic.Severity.ERROR, file, 0, 0, null, message, cure);
    }
}
