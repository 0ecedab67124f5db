package dev.gatehouse.app.judges;

import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of the configured folders that a user named; all of them where nothing was named. Links are followed, so
/// that a folder is the same under each of its names.
public record ChosenFolders(Path directory, List<Path> named) {
    /// @param directory where relative paths begin
    /// @throws InvalidInputException naming each path that is no folder, or has nothing to do with those configured
    public static ChosenFolders of(Path directory, List<Path> paths, Settings settings) {
        List<Path> configured = new ArrayList<>(settings.rules());
        configured.addAll(settings.policies());
        List<Path> real = configured.stream().map(ChosenFolders::real).toList();
        List<Path> named = new ArrayList<>();
        List<Diagnostic> mistakes = new ArrayList<>();
        for (Path path : paths) {
            Path folder = real(directory.resolve(path));
            if (!Files.isDirectory(folder)) {
                mistakes.add(Diagnostic.error("'" + path + "' is no folder", "check the path"));
            } else if (real.stream().noneMatch(other -> folder.startsWith(other) || other.startsWith(folder))) {
                mistakes.add(
                        Diagnostic.error(
                                "'" + path + "' is in none of the folders of rules and policies: " + configured,
                                "add it to rules.paths or policies.paths in gatehouse.yaml; a catalog is looked over by findings --catalog"));
            }
            named.add(folder);
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        return new ChosenFolders(directory, named);
    }

    /// Whether the file is in the part; so is what has no file.
    public boolean holds(@Nullable String file) {
        return file == null || named.isEmpty() || named.stream().anyMatch(real(directory.resolve(file))::startsWith);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
