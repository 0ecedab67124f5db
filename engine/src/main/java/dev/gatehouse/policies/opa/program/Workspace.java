package dev.gatehouse.policies.opa.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A folder of our own with texts in it, for as long as OPA reads them.
public record Workspace(Path folder) implements AutoCloseable {
    /// Writes the texts below a new folder that only its owner can read.
    public static Workspace of(Map<String, String> texts) {
        try {
            Workspace workspace = new Workspace(Files.createTempDirectory("gatehouse-policies"));
            texts.forEach(workspace::write);
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException when the name leads out of the folder
    public void write(String name, String text) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("'" + name + "' leads out of the policies' folder");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
