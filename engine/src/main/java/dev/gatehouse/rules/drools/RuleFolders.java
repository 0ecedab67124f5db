package dev.gatehouse.rules.drools;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.rules.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads rule folders: `<root>/<gate>/<rule-id>/rule.drl`, and `path.yaml` beside it.
public final class RuleFolders {
    private static final String RULE = "rule.drl";
    private static final String PATH = "path.yaml";

    private RuleFolders() {}

    /// The rules below these roots, in the order of the roots and by name.
    ///
    /// @throws InvalidInputException when a root or a file cannot be read
    public static List<RuleSource> read(List<Path> roots) {
        List<RuleSource> sources = new ArrayList<>();
        roots.forEach(root -> sources.addAll(below(root)));
        return sources;
    }

    private static List<RuleSource> below(Path root) {
        try (Stream<Path> gates = Files.list(root)) {
            return gates.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(gate -> rules(gate).stream())
                    .toList();
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    private static List<RuleSource> rules(Path gate) {
        try (Stream<Path> rules = Files.list(gate)) {
            return rules.filter(rule -> Files.isRegularFile(rule.resolve(RULE)))
                    .sorted()
                    .map(rule -> source(gate, rule))
                    .toList();
        } catch (IOException e) {
            throw unreadable(gate, e);
        }
    }

    private static RuleSource source(Path gate, Path rule) {
        Path path = rule.resolve(PATH);
        return new RuleSource(
                rule.getFileName().toString(),
                gate.getFileName().toString(),
                rule.resolve(RULE).toString(),
                text(rule.resolve(RULE)),
                Files.exists(path) ? text(path) : null);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidInputException unreadable(Path path, @Nullable IOException e) {
        String why = e == null ? "" : ": " + e.getMessage();
        return new InvalidInputException(path + " cannot be read" + why, "check the path, and that it is UTF-8");
    }
}
