package dev.gatehouse.policies.opa.set;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The texts of a folder of policies: Rego, and data tables named `data.json` or `data.yaml`. Hidden folders are
/// left out.
public final class PolicyFolder {
    private static final Set<String> TABLES = Set.of("data.json", "data.yaml", "data.yml");

    private PolicyFolder() {}

    /// By path below the folder, without tests.
    ///
    /// @throws InvalidInputException when there is no such folder, no policy in it, or a file is not readable
    static Map<String, String> read(Path folder) {
        Map<String, String> texts = readWithTests(folder);
        texts.keySet().removeIf(name -> name.endsWith("_test.rego"));
        if (texts.keySet().stream().noneMatch(name -> name.endsWith(".rego"))) {
            throw new InvalidInputException(folder + " holds no policy", "put files that end in .rego there");
        }
        return texts;
    }

    /// By path below the folder.
    ///
    /// @throws InvalidInputException when there is no such folder, or a file is not readable
    static Map<String, String> readWithTests(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(folder + " is not a folder", "name the folder that holds the policies");
        }
        List<Diagnostic> mistakes = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        Path root = real(folder);
        for (Path file : files(root)) {
            String name = root.relativize(file).toString().replace('\\', '/');
            try {
                texts.put(name, WholeFile.text(file, WholeFile.LARGEST));
            } catch (IOException e) {
                mistakes.add(Diagnostic.error(
                        new Position(folder.resolve(name).toString(), 0, 0, null),
                        "This file cannot be read: " + e.getMessage(),
                        "put a file there, or take it away"));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        return texts;
    }

    /// What several folders hold, laid together.
    ///
    /// @throws InvalidInputException when a folder cannot be read, or a name stands in two
    static Map<String, String> laid(List<Path> folders, Function<Path, Map<String, String>> read) {
        Map<String, String> texts = new TreeMap<>();
        for (Path folder : folders) {
            read.apply(folder).forEach((name, text) -> {
                if (texts.put(name, text) != null) {
                    throw new InvalidInputException(
                            "The policy file " + name + " stands in more than one of " + folders,
                            "rename one of the folders that hold it");
                }
            });
        }
        return texts;
    }

    /// A text's name as a user knows the file: below the folder that holds it.
    static String placed(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .orElse(name);
    }

    /// The same mistake at the file that the user knows.
    static Diagnostic placed(List<Path> folders, Diagnostic mistake) {
        return mistake.file() == null
                ? mistake
                : new Diagnostic(
                        mistake.severity(),
                        placed(folders, mistake.file()),
                        mistake.line(),
                        mistake.column(),
                        mistake.pointer(),
                        mistake.message(),
                        mistake.cure());
    }

    /// A folder that is mounted may be a link.
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> isPolicy(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPolicy(Path file) {
        String name = file.getFileName().toString();
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return TABLES.contains(name) || name.endsWith(".rego");
    }
}
