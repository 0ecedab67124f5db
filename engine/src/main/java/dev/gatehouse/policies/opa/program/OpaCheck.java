package dev.gatehouse.policies.opa.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.policies.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether OPA can compile policies with nothing but what depends on the input alone. Gatehouse's own are compiled
/// strictly: what is never used is a mistake.
public final class OpaCheck {
    private static final String CAPABILITIES = "capabilities.json";
    private static final String SCHEMA = "input.json";

    private OpaCheck() {}

    /// Every mistake, with its place in the text of that name; empty where there is none.
    public static List<Diagnostic> check(OpaBinary opa, Map<String, String> texts, Dialect dialect, boolean strict) {
        try (Workspace aside = Workspace.of(Map.of(CAPABILITIES, Capabilities.deterministic(opa)));
                Workspace workspace = Workspace.of(texts)) {
            List<String> arguments = new ArrayList<>(List.of("check", "--bundle", ".", "--format", "json"));
            arguments.addAll(List.of("--max-errors", "100", "--capabilities"));
            arguments.add(aside.folder().resolve(CAPABILITIES).toString());
            if (strict) {
                arguments.add("--strict");
            }
            if (dialect == Dialect.V0) {
                arguments.add("--v0-compatible");
            }
            OpaBinary.Output output = opa.run(workspace.folder(), "", arguments.toArray(String[]::new));
            return output.exit() == 0 ? List.of() : diagnostics(output);
        }
    }

    /// Each place where policies look at a key of their input that it never has, one of a variable that stands for the
    /// input too; `object.get` is not looked into. The policies compile.
    ///
    /// @param keys that the input can have
    public static List<Unseen> unseen(OpaBinary opa, Map<String, String> texts, Collection<String> keys) {
        Map<String, Object> schema = Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                keys.stream().collect(Collectors.toMap(key -> key, _ -> Map.of())));
        try (Workspace aside = Workspace.of(Map.of(SCHEMA, Json.write(schema)));
                Workspace workspace = Workspace.of(texts)) {
            String file = aside.folder().resolve(SCHEMA).toString();
            OpaBinary.Output output = opa.run(
                    workspace.folder(),
                    "",
                    "check",
                    "--bundle",
                    ".",
                    "--format",
                    "json",
                    "--max-errors",
                    "1000",
                    "--schema",
                    file);
            List<Unseen> unseen = new ArrayList<>();
            for (JsonNode error : errors(output)) {
                JsonNode details = error.path("details");
                if (details.path("pos").asInt() == 1 && details.has("oneOf")) {
                    unseen.add(new Unseen(
                            position(error), details.at("/ref/1/value").asText()));
                }
            }
            return unseen;
        }
    }

    /// A key that the input never has, and where a policy looks at it.
    public record Unseen(Position at, String key) {}

    private static JsonNode errors(OpaBinary.Output output) {
        String text = output.out().isBlank() ? output.err() : output.out();
        return output.exit() == 0
                ? MissingNode.getInstance()
                : Json.read(text, JsonNode.class).path("errors");
    }

    private static Position position(JsonNode error) {
        JsonNode at = error.path("location");
        return new Position(
                at.path("file").asText(), at.path("row").asInt(), at.path("col").asInt(), null);
    }

    private static List<Diagnostic> diagnostics(OpaBinary.Output output) {
        String text = output.out().isBlank() ? output.err() : output.out();
        List<Diagnostic> found = new ArrayList<>();
        try {
            for (JsonNode error : Json.read(text, JsonNode.class).path("errors")) {
                found.add(diagnostic(error));
            }
        } catch (InvalidInputException _) {
            found.clear();
        }
        return found.isEmpty() ? List.of(Diagnostic.error("OPA refuses the policies: " + text.strip(), null)) : found;
    }

    private static Diagnostic diagnostic(JsonNode error) {
        String message = error.path("message").asText();
        return Diagnostic.error(position(error), message, cure(message));
    }

    private static String cure(String message) {
        if (message.startsWith("undefined function")) {
            return "check the name; built-ins that use the network, the clock, chance or the runtime are left out on"
                    + " purpose: take the day from input.day.date, the time from input.time";
        }
        if (message.contains("keyword is required")) {
            return "write Rego v1: `deny contains msg if { … }`; `opa fmt --v0-v1 --write` converts older policies";
        }
        if (message.contains("unused")) {
            return "remove it, or name it _";
        }
        return "see https://www.openpolicyagent.org/docs/policy-language";
    }
}
