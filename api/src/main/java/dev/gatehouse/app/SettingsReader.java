package dev.gatehouse.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.yaml.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `gatehouse.yaml` and the environment.
final class SettingsReader {
    private static final String FILE = "gatehouse.yaml";
    private static final Map<String, List<String>> KEYS = Map.of(
            "rules", List.of("paths"),
            "policies", List.of("paths"),
            "sources", List.of(),
            "server", List.of("url", "host", "port"),
            "graph", List.of("uri", "user"));

    private final Map<String, String> environment;
    private final Path directory;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private SettingsReader(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    /// @param root where Gatehouse is installed
    /// @param directory in which `gatehouse.yaml` is looked for, and `.gatehouse` lies
    /// @throws InvalidInputException with every mistake in the file
    static Settings read(Path root, Path directory, Map<String, String> environment) {
        return new SettingsReader(environment, directory).read(root);
    }

    private Settings read(Path root) {
        Document document = document();
        JsonNode file = document == null ? JsonNodeFactory.instance.objectNode() : document.root();
        if (document != null) {
            checkKeys(document);
        }
        int port = file.at("/server/port").asInt(Settings.DEFAULT_PORT);
        String host = file.at("/server/host").asText("127.0.0.1");
        Settings settings = new Settings(
                root,
                home(),
                folders(root.resolve("rules"), file.at("/rules/paths")),
                folders(root.resolve("policies"), file.at("/policies/paths")),
                texts(file.path("sources")),
                first("GATEHOUSE_SERVER", file.at("/server/url"), "http://" + host + ":" + port),
                host,
                port,
                optional("GATEHOUSE_GRAPH_URI", file.at("/graph/uri")),
                first("GATEHOUSE_GRAPH_USER", file.at("/graph/user"), "neo4j"),
                environment.get("GATEHOUSE_GRAPH_PASSWORD"),
                environment.get("GATEHOUSE_TOKEN"));
        if (!diagnostics.isEmpty()) {
            throw new InvalidInputException(diagnostics);
        }
        return settings;
    }

    private Path home() {
        String home = environment.get("GATEHOUSE_HOME");
        return (home == null ? directory.resolve(".gatehouse") : directory.resolve(home))
                .toAbsolutePath()
                .normalize();
    }

    private @Nullable Document document() {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            Parsed parsed = DocumentReader.read(FILE, Files.readAllBytes(file));
            diagnostics.addAll(parsed.diagnostics());
            return parsed.documents().isEmpty() ? null : parsed.documents().getFirst();
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), "check its permissions");
        }
    }

    private void checkKeys(Document document) {
        document.root().propertyStream().forEach(entry -> {
            List<String> inner = KEYS.get(entry.getKey());
            if (inner == null) {
                unknown(document, "/" + entry.getKey(), entry.getKey(), List.copyOf(KEYS.keySet()));
            } else if (!inner.isEmpty()) {
                entry.getValue().propertyStream().map(Map.Entry::getKey).forEach(key -> {
                    if (!inner.contains(key)) {
                        unknown(document, "/" + entry.getKey() + "/" + key, key, inner);
                    }
                });
            }
        });
    }

    private void unknown(Document document, String pointer, String key, List<String> known) {
        String all = "known are " + String.join(", ", known.stream().sorted().toList());
        diagnostics.add(
                Diagnostic.error(document.at(pointer), "unknown key '" + key + "'", Nearest.cure(key, known, all)));
    }

    private List<Path> folders(Path shipped, JsonNode own) {
        List<Path> folders = new ArrayList<>(List.of(shipped));
        for (String path : texts(own)) {
            Path folder = directory.resolve(path);
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            } else {
                diagnostics.add(Diagnostic.error(
                        FILE + ": '" + path + "' is no folder", "paths begin where gatehouse.yaml stands"));
            }
        }
        return folders;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private String first(String variable, JsonNode configured, String otherwise) {
        String value = optional(variable, configured);
        return value == null ? otherwise : value;
    }

    private @Nullable String optional(String variable, JsonNode configured) {
        String value = environment.get(variable);
        return value != null ? value : configured.isTextual() ? configured.asText() : null;
    }
}
