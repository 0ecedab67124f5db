package dev.gatehouse.policies.opa.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import java.util.Map;
import java.util.TreeMap;

/// The syntax trees of policies that compile, as OPA writes them: `package`, `imports`, `rules`.
public final class OpaTrees {
    private static final String ALL = "{name: rego.parse_module(name, text) | some name, text in input}";

    private OpaTrees() {}

    /// All at once, without the places of their parts.
    public static Map<String, JsonNode> of(OpaBinary opa, Map<String, String> texts) {
        Map<String, String> rego = rego(texts);
        try (Workspace workspace = Workspace.of(Map.of())) {
            OpaBinary.Output output =
                    opa.run(workspace.folder(), Json.write(rego), "eval", "--stdin-input", "--format", "json", ALL);
            JsonNode trees = output.exit() == 0
                    ? Json.read(output.out(), JsonNode.class).at("/result/0/expressions/0/value")
                    : Json.read("{}", JsonNode.class);
            Map<String, JsonNode> found = new TreeMap<>();
            rego.keySet().forEach(name -> found.put(name, tree(name, trees.path(name), output)));
            return found;
        }
    }

    /// One run of OPA for each, with the `location` of every part.
    public static Map<String, JsonNode> placed(OpaBinary opa, Map<String, String> texts) {
        Map<String, String> rego = rego(texts);
        Map<String, JsonNode> found = new TreeMap<>();
        try (Workspace workspace = Workspace.of(rego)) {
            for (String name : rego.keySet()) {
                OpaBinary.Output output = opa.run(
                        workspace.folder(),
                        "",
                        "parse",
                        "--format",
                        "json",
                        "--json-include",
                        "locations,-comments",
                        "./" + name);
                JsonNode tree = Json.read(output.exit() == 0 ? output.out() : "{}", JsonNode.class);
                found.put(name, tree(name, tree, output));
            }
        }
        return found;
    }

    private static JsonNode tree(String name, JsonNode tree, OpaBinary.Output output) {
        if (!tree.has("package")) {
            throw new InvalidInputException(
                    "OPA cannot parse " + name + ": " + (output.err() + output.out()).strip(), "correct it");
        }
        return tree;
    }

    private static Map<String, String> rego(Map<String, String> texts) {
        Map<String, String> rego = new TreeMap<>(texts);
        rego.keySet().removeIf(name -> !name.endsWith(".rego"));
        return rego;
    }
}
