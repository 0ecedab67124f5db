package dev.gatehouse.cli.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.DocumentParser;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Loads the files that a change or a plan names as artifacts, from beside it. Only the command line opens them; a
/// server gets their contents.
public final class Artifacts {
    private Artifacts() {}

    /// Each file once that stands beside the document or below. What is missing, or elsewhere, is told by whoever reads
    /// the change; so is a document that cannot be read.
    public static List<SourceFile> beside(Path directory, Path document, SourceFile text, DocumentParser parser) {
        Path folder = directory.resolve(document).toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        Map<String, SourceFile> found = new LinkedHashMap<>();
        for (Document each : parser.parse(text.name(), text.content()).documents()) {
            for (String named : named(each.root().path("spec"))) {
                read(folder, named).forEach(file -> found.putIfAbsent(file.name(), file));
            }
        }
        return List.copyOf(found.values());
    }

    /// The paths under a change's `artifacts`, and under those of a plan's steps.
    private static Set<String> named(JsonNode spec) {
        List<JsonNode> changes = new ArrayList<>(List.of(spec));
        spec.path("steps").forEach(step -> changes.add(step.path("change")));
        Set<String> named = new LinkedHashSet<>();
        for (JsonNode change : changes) {
            for (JsonNode artifact : change.path("artifacts")) {
                if (artifact.path("path").isTextual()) {
                    named.add(artifact.path("path").textValue());
                }
            }
        }
        return named;
    }

    private static List<SourceFile> read(Path folder, String named) {
        try {
            Path path = Path.of(named);
            boolean isBelow = !path.isAbsolute() && !path.normalize().startsWith("..") && isBelow(folder, path);
            return isBelow
                    ? InputFiles.readAsNamed(folder, List.of(path)).stream()
                            .filter(file -> isBelow(folder, Path.of(file.name())))
                            .toList()
                    : List.of();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    private static boolean isBelow(Path folder, Path path) {
        try {
            return folder.resolve(path).toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
