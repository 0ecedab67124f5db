package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.files.Folder;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.document.yaml.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files in which gates stand: `<gate>/gate.yaml` below each folder of rules.
final class GateFiles {
    private static final String NAME = "gate.yaml";

    private GateFiles() {}

    /// Their documents, in the order of the folders, and by name within each.
    ///
    /// @throws InvalidInputException with every file that cannot be read, or that nobody would look at
    static List<Document> read(List<Path> roots) {
        List<Document> documents = new ArrayList<>();
        Mistakes mistakes = new Mistakes();
        for (Path root : roots) {
            refuse(root.resolve(NAME), mistakes);
            for (Path folder : folders(root)) {
                refuse(folder.resolve("gate.yml"), mistakes);
                Path file = folder.resolve(NAME);
                if (isThere(file)) {
                    mistakes.in(() -> only(file)).ifPresent(documents::add);
                }
            }
        }
        mistakes.orThrow();
        return documents;
    }

    /// Whether these folders are meant to be laid over others: they hold no gate, or one that asks no
    /// question in any of them. What is no folder is left to who reads it.
    static boolean areOverlays(List<Path> roots) {
        if (!roots.stream().allMatch(Files::isDirectory)) {
            return false;
        }
        Set<String> named = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (Document gate : read(roots)) {
            String name = gate.root().at("/metadata/name").asText();
            named.add(name);
            if (gate.root().at("/spec").has("question")) {
                asked.add(name);
            }
        }
        return named.isEmpty() || !asked.containsAll(named);
    }

    private static List<Path> folders(Path root) {
        try (Stream<Path> all = Files.list(root)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The gates in " + root + " cannot be read: " + e.getMessage(),
                    "name a folder that exists and that you may read");
        }
    }

    private static void refuse(Path file, Mistakes mistakes) {
        if (isThere(file)) {
            mistakes.add(List.of(error(file, "Nobody looks at this file", "name it <gate>/" + NAME)));
        }
    }

    /// A link that leads nowhere is there, and cannot be read.
    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Document only(Path file) {
        try {
            return DocumentReader.read(file.toString(), WholeFile.read(file, Folder.LARGEST))
                    .only(file.toString());
        } catch (IOException e) {
            throw new InvalidInputException(List.of(
                    error(file, "This file cannot be read: " + e.getMessage(), "put a file there, or take it away")));
        }
    }

    private static Diagnostic error(Path file, String message, String cure) {
        return Diagnostic.error(new Position(file.toString(), 0, 0, null), message, cure);
    }
}
