package dev.gatehouse.cli.input;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a file or folder stands, by a name that is the same however its path was spelt and wherever somebody
/// stands. Links are not followed: what is reached by one is known by its place.
final class KnownPlace {
    private KnownPlace() {}

    /// The path in the git work tree around it; where there is none the path below the working directory, or
    /// else the whole path. With `/` between its parts.
    static String name(Path directory, Path path) {
        Path here = directory.toAbsolutePath().normalize();
        Path place = here.resolve(path).normalize();
        Path root = workTree(place).orElse(place.startsWith(here) ? here : null);
        return text(root == null || root.equals(place) ? place : root.relativize(place));
    }

    /// The nearest folder at or above a place that git keeps its files in.
    static Optional<Path> workTree(Path place) {
        Path folder = place;
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    static String text(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
