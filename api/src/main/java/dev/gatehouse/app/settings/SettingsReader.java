package dev.gatehouse.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.rest.RestConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `gatehouse.yaml` and lays the environment over it.
public final class SettingsReader {
    /// Where in the file each variable belongs.
    private static final Map<String, String> VARIABLES = Map.of(
            "GATEHOUSE_SERVER", "/server/url",
            "GATEHOUSE_SERVER_HOST", "/server/host",
            "GATEHOUSE_SERVER_PORT", "/server/port",
            "GATEHOUSE_TLS_KEY_STORE", "/server/tls/keyStore",
            "GATEHOUSE_TLS_AUTHORITY", "/server/tls/authority",
            "GATEHOUSE_GRAPH_URI", "/graph/uri",
            "GATEHOUSE_GRAPH_USER", "/graph/user",
            "GATEHOUSE_OPA_URL", "/opa/url");

    /// Of these, those that are numbers.
    private static final Set<String> NUMBERS = Set.of("/server/port");

    private final Map<String, String> environment;
    private final Path directory;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Position> places = new HashMap<>();
    private @Nullable Document document;

    private SettingsReader(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    /// @param root where Gatehouse is installed
    /// @param directory in which `gatehouse.yaml` is looked for, and `.gatehouse` lies
    /// @throws InvalidInputException with every mistake in the file and the environment
    public static Settings read(Path root, Path directory, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment, directory);
        Settings settings = reader.settings(root, reader.file());
        reader.stopOnMistakes();
        return settings;
    }

    private void stopOnMistakes() {
        if (!diagnostics.isEmpty()) {
            throw new InvalidInputException(diagnostics);
        }
    }

    private SettingsFile file() {
        document = document();
        JsonNode root = document == null ? JsonNodeFactory.instance.objectNode() : document.root();
        if (root instanceof ObjectNode mapping) {
            VARIABLES.forEach((variable, pointer) -> overlay(mapping, variable, pointer));
        }
        if (root.isEmpty()) {
            // The usual case of a command that asks a server, which should not wait for a schema to be compiled.
            return Json.fromTree(root, SettingsFile.class);
        }
        Schemas.Checked checked = Schemas.readAs("Settings", root, this::place);
        diagnostics.addAll(checked.diagnostics());
        stopOnMistakes();
        return Json.fromTree(Objects.requireNonNull(checked.canonical()), SettingsFile.class);
    }

    private @Nullable Document document() {
        Path file = directory.resolve(Settings.FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try {
            Parsed parsed = DocumentReader.read(Settings.FILE, WholeFile.read(file, WholeFile.LARGEST));
            diagnostics.addAll(parsed.diagnostics());
            if (parsed.documents().size() > 1) {
                diagnostics.add(Diagnostic.error(
                        parsed.documents().get(1).at(""),
                        "a second document follows the first",
                        "keep one of the two"));
            }
            stopOnMistakes();
            return parsed.documents().isEmpty() ? null : parsed.documents().getFirst();
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + " cannot be read: " + e.getMessage(), "put a file there, or take it away");
        }
    }

    private void overlay(ObjectNode root, String variable, String pointer) {
        String value = environment.get(variable);
        if (value == null) {
            return;
        }
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        if (parent.isObject() || parent.isMissingNode()) {
            ObjectNode into = root.withObject(pointer.substring(0, last));
            String key = pointer.substring(last + 1);
            if (NUMBERS.contains(pointer) && value.matches("\\d{1,9}")) {
                into.put(key, Integer.parseInt(value));
            } else {
                into.put(key, value);
            }
            places.put(pointer, new Position(variable, 0, 0, pointer));
        }
    }

    private Position place(String pointer) {
        Position named = places.get(pointer);
        if (named != null) {
            return named;
        }
        return document == null ? new Position(Settings.FILE, 1, 1, pointer) : document.at(pointer);
    }

    private List<String> sources(SettingsFile file) {
        for (int i = 0; i < file.sources().size(); i++) {
            String name = file.sources().get(i);
            SourceNames.mistake(name, place("/sources/" + i)).ifPresent(diagnostics::add);
            if (file.sources().indexOf(name) < i) {
                diagnostics.add(Diagnostic.error(
                        place("/sources/" + i),
                        "the source '" + name + "' stands there twice",
                        "remove one of the two"));
            }
        }
        return file.sources();
    }

    private Settings settings(Path root, SettingsFile file) {
        SettingsFile.Server server = Objects.requireNonNullElse(file.server(), SettingsFile.Server.USUAL);
        RestConfig listen = listen(server);
        String url = server.url() == null ? listen.url(listen.port()) : server.url();
        SettingsFile.Tls tls = Objects.requireNonNullElse(server.tls(), SettingsFile.Tls.NONE);
        return new Settings(
                root,
                home(),
                folders(root.resolve("rules"), "/rules", file.rules()),
                folders(root.resolve("policies"), "/policies", file.policies()),
                sources(file),
                listen,
                new Settings.Asked(
                        uri("/server/url", url),
                        server.url() != null,
                        isOfTheFile(server, url),
                        tls.authority() == null ? null : directory.resolve(tls.authority()),
                        environment.get("GATEHOUSE_TOKEN")),
                graph(file.graph()),
                opa(file.opa()));
    }

    /// Whether nobody but the file says that this is the address to ask; one of its own on this machine is anybody's.
    private boolean isOfTheFile(SettingsFile.Server server, String url) {
        URI address = Addresses.parse(url);
        return server.url() == null
                ? !places.containsKey("/server/host") && address != null && !Addresses.isHere(address)
                : !places.containsKey("/server/url");
    }

    private RestConfig listen(SettingsFile.Server server) {
        SettingsFile.Tls tls = Objects.requireNonNullElse(server.tls(), SettingsFile.Tls.NONE);
        return new RestConfig(
                Objects.requireNonNullElse(server.host(), "127.0.0.1"),
                Objects.requireNonNullElse(server.port(), Settings.DEFAULT_PORT),
                Set.copyOf(server.names()),
                server.tokenForReads(),
                tls.keyStore() == null
                        ? null
                        : new RestConfig.Tls(
                                directory.resolve(tls.keyStore()),
                                environment.getOrDefault("GATEHOUSE_TLS_PASSWORD", "")));
    }

    private Settings.@Nullable Service graph(SettingsFile.@Nullable Graph graph) {
        if (graph == null || graph.uri() == null) {
            return null;
        }
        URI uri = uri("/graph/uri", graph.uri());
        return new Settings.Service(
                uri,
                Objects.requireNonNullElse(graph.user(), "neo4j"),
                secret("GATEHOUSE_GRAPH_PASSWORD", "/graph/uri", uri, "GATEHOUSE_GRAPH_URI"));
    }

    private Settings.@Nullable Service opa(SettingsFile.@Nullable Opa opa) {
        if (opa == null || opa.url() == null) {
            return null;
        }
        URI uri = uri("/opa/url", opa.url());
        return new Settings.Service(uri, null, secret("GATEHOUSE_OPA_TOKEN", "/opa/url", uri, "GATEHOUSE_OPA_URL"));
    }

    /// A secret of the environment, for an address that the environment gives too.
    private @Nullable String secret(String name, String pointer, URI address, String variable) {
        String secret = environment.get(name);
        if (secret != null && address.getHost() != null) {
            if (!places.containsKey(pointer)) {
                diagnostics.add(Addresses.notOfTheEnvironment(place(pointer), name, address, variable));
            }
            Addresses.inTheClear(place(pointer), name, address).ifPresent(diagnostics::add);
        }
        return secret;
    }

    private URI uri(String pointer, String text) {
        URI uri = Addresses.parse(text);
        if (uri != null) {
            return uri;
        }
        diagnostics.add(Addresses.mistake(place(pointer), text));
        return URI.create("invalid:/");
    }

    private Path home() {
        String named = environment.getOrDefault("GATEHOUSE_HOME", "");
        Path home = directory
                .resolve(named.isEmpty() ? ".gatehouse" : named)
                .toAbsolutePath()
                .normalize();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            diagnostics.add(Diagnostic.error(
                    "'" + home + "' is no folder, and the state is to lie there",
                    "name another in GATEHOUSE_HOME, or take away what stands there"));
        }
        return home;
    }

    private List<Path> folders(Path shipped, String pointer, SettingsFile.@Nullable Paths own) {
        List<Path> folders = new ArrayList<>(List.of(shipped));
        List<String> paths = own == null ? List.of() : own.paths();
        for (int i = 0; i < paths.size(); i++) {
            Path folder = directory.resolve(paths.get(i));
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            } else {
                diagnostics.add(Diagnostic.error(
                        place(pointer + "/paths/" + i),
                        "'" + paths.get(i) + "' is no folder",
                        "paths begin where gatehouse.yaml stands"));
            }
        }
        return folders;
    }
}
