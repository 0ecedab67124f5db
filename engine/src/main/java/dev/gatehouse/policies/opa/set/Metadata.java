package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.policies.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads what OPA lists of the annotations of Gatehouse's own policies: a package `gatehouse.<gate>.<policy>` finds
/// and needs metadata, any other only answers or helps.
public final class Metadata {
    private final JsonNode inspected;
    private final Map<String, String> texts;
    private final List<Diagnostic> mistakes = new ArrayList<>();

    Metadata(JsonNode inspected, Map<String, String> texts) {
        this.inspected = inspected;
        this.texts = texts;
    }

    /// @throws InvalidInputException with every mistake
    List<Policy> policies() {
        Map<String, JsonNode> annotated = annotated();
        List<Policy> policies = new ArrayList<>();
        packages().forEach((name, file) -> {
            JsonNode annotation = annotated.get(name);
            if (annotation == null) {
                mistakes.add(Diagnostic.error(
                        new Position(file, 1, 1, null),
                        "The package " + name + " has no metadata",
                        "begin it with a comment '# METADATA', see policies/README.md"));
            } else {
                PolicyMetadata read = new PolicyMetadata(name, file, annotation, mistakes);
                policies.add(new Policy(read.rule(Json.digest(partsOf(file))), List.of(name.split("\\."))));
            }
        });
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        return policies;
    }

    /// The policy's own texts and those that every policy can use.
    private Map<String, String> partsOf(String file) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        Map<String, String> parts = new TreeMap<>(texts);
        parts.keySet().removeIf(name -> !name.startsWith(folder) && !name.startsWith("lib/"));
        return parts;
    }

    /// Packages that find, with their files.
    private Map<String, String> packages() {
        Map<String, String> found = new TreeMap<>();
        inspected.path("namespaces").properties().forEach(entry -> {
            String name = entry.getKey().replaceFirst("^data\\.", "");
            if (name.startsWith("gatehouse.") && name.split("\\.").length == 3) {
                found.put(name, entry.getValue().path(0).asText());
            }
        });
        return found;
    }

    private Map<String, JsonNode> annotated() {
        Map<String, JsonNode> found = new HashMap<>();
        for (JsonNode annotation : inspected.path("annotations")) {
            if (annotation.path("annotations").path("scope").asText().equals("package")) {
                List<String> path = new ArrayList<>();
                annotation
                        .path("path")
                        .forEach(term -> path.add(term.path("value").asText()));
                found.put(String.join(".", path.subList(1, path.size())), annotation);
            }
        }
        return found;
    }
}
