package dev.gatehouse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the launcher says that the jars of the graph's own server stand; they are never on ours.
final class ServerClassPath {
    private static final String EVERY_JAR = "/*";

    private ServerClassPath() {}

    /// @throws IllegalStateException when Gatehouse was not started by its launcher
    static List<Path> find() {
        String given = System.getProperty("gatehouse.server");
        if (given == null) {
            throw new IllegalStateException(
                    "Nobody says where the graph server stands; start Gatehouse by its launcher");
        }
        List<Path> jars = new ArrayList<>();
        for (String entry : given.split(":", -1)) {
            if (entry.endsWith(EVERY_JAR)) {
                jars.addAll(below(Path.of(entry.substring(0, entry.length() - EVERY_JAR.length()))));
            } else {
                jars.add(Path.of(entry));
            }
        }
        return jars;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
