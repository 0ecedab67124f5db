package dev.gatehouse.policies.opa.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.policies.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether OPA can compile policies with nothing but what depends on the input alone. Gatehouse's own are compiled
/// strictly: what is never used is a mistake.
public final class OpaCheck {
    private static final String CAPABILITIES = "capabilities.json";

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

    /// The mistakes of every policy that cannot be parsed: the check above may end with the first of them.
    public static List<Diagnostic> unparsable(OpaBinary opa, Map<String, String> texts, Dialect dialect) {
        List<Diagnostic> found = new ArrayList<>();
        try (Workspace workspace = Workspace.of(texts)) {
            for (String name : texts.keySet()) {
                if (name.endsWith(".rego")) {
                    List<String> arguments = new ArrayList<>(List.of("parse", "--format", "json", "./" + name));
                    if (dialect == Dialect.V0) {
                        arguments.add("--v0-compatible");
                    }
                    OpaBinary.Output output = opa.run(workspace.folder(), "", arguments.toArray(String[]::new));
                    found.addAll(output.exit() == 0 ? List.of() : diagnostics(output));
                }
            }
        }
        return found;
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
