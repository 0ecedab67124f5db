package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Position;
import dev.gatehouse.policies.opa.set.Reading.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads off the syntax tree of one file what each of its rules reads. What stands behind a name is taken for all that
/// it may be: a local variable that has the name of a rule counts as the rule.
final class Readings {
    /// In `x with input as y`, what `y` stands in for is not read.
    private static final String REPLACED = "target";

    private final String file;
    private final List<String> pack;
    private final Set<String> siblings;
    private final Map<String, List<String>> imports = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<List<String>> uses = new ArrayList<>();

    private Readings(String file, List<String> pack, Set<String> siblings) {
        this.file = file;
        this.pack = pack;
        this.siblings = siblings;
    }

    /// Of every rule in these files.
    ///
    /// @param trees by file
    static List<Reading> of(Map<String, JsonNode> trees) {
        Map<List<String>, Set<String>> names = new HashMap<>();
        trees.values()
                .forEach(tree -> tree.path("rules")
                        .forEach(rule -> names.computeIfAbsent(pack(tree), _ -> new HashSet<>())
                                .add(name(rule))));
        List<Reading> readings = new ArrayList<>();
        trees.forEach((file, tree) -> {
            List<String> pack = pack(tree);
            for (JsonNode rule : tree.path("rules")) {
                readings.add(new Readings(file, pack, names.getOrDefault(pack, Set.of())).read(tree, rule));
            }
        });
        return readings;
    }

    private static List<String> pack(JsonNode tree) {
        List<String> path = words(tree.path("package").path("path"));
        return path.subList(1, path.size());
    }

    private static String name(JsonNode rule) {
        return rule.path("head").path("ref").path(0).path("value").asText();
    }

    private Reading read(JsonNode tree, JsonNode rule) {
        for (JsonNode part : tree.path("imports")) {
            List<String> path = words(part.path("path").path("value"));
            imports.put(part.path("alias").asText(path.getLast()), path);
        }
        walk(rule);
        List<String> path = new ArrayList<>(pack);
        path.add(name(rule));
        return new Reading(path, looks, uses);
    }

    private void walk(JsonNode node) {
        if (isTerm(node)) {
            term(node);
        } else if (getsFromInput(node)) {
            look(node.path(1), gotten(node));
            IntStream.range(2, node.size()).forEach(i -> walk(node.path(i)));
        } else if (node.isArray()) {
            node.forEach(this::walk);
        } else {
            node.properties().stream()
                    .filter(entry -> !entry.getKey().equals(REPLACED))
                    .forEach(entry -> walk(entry.getValue()));
        }
    }

    private static boolean isTerm(JsonNode node) {
        return node.path("type").asText().equals("ref") || isVariable(node);
    }

    private static boolean isVariable(JsonNode node) {
        return node.path("type").asText().equals("var");
    }

    private void term(JsonNode node) {
        List<String> path = path(node);
        if (isInput(path)) {
            look(node, path);
        } else if (!path.isEmpty() && path.getFirst().equals("data")) {
            uses.add(path.subList(1, path.size()));
        }
        if (!isVariable(node)) {
            inside(node.path("value"));
        }
    }

    /// The variable that a reference begins with was seen with it.
    private void inside(JsonNode elements) {
        int from = isVariable(elements.path(0)) ? 1 : 0;
        IntStream.range(from, elements.size()).forEach(i -> walk(elements.path(i)));
    }

    /// What a variable or reference leads to, as far as it is written out.
    private List<String> path(JsonNode term) {
        List<String> words = words(isVariable(term) ? List.of(term) : term.path("value"));
        if (words.isEmpty()) {
            return words;
        }
        List<String> path = new ArrayList<>(meaning(words.getFirst()));
        path.addAll(words.subList(1, words.size()));
        return path;
    }

    private List<String> meaning(String name) {
        if (siblings.contains(name)) {
            List<String> rule = new ArrayList<>(List.of("data"));
            rule.addAll(pack);
            rule.add(name);
            return rule;
        }
        return imports.getOrDefault(name, List.of(name));
    }

    private static boolean isInput(List<String> path) {
        return !path.isEmpty() && path.getFirst().equals("input");
    }

    /// `object.get(input, "key", …)`, `object.get(input, ["key", …], …)` or `object.get(input.key, "attribute", …)`.
    private boolean getsFromInput(JsonNode call) {
        JsonNode from = call.path(1);
        if (!call.isArray() || !isTerm(call.path(0)) || !isTerm(from)) {
            return false;
        }
        List<String> path = path(from);
        List<JsonNode> keys = keys(call.path(2));
        return path(call.path(0)).equals(List.of("object", "get"))
                && isInput(path)
                && path.size() <= 2
                && (isVariable(from) || from.path("value").size() == path.size())
                && !keys.isEmpty()
                && !isVariable(keys.getFirst())
                && !words(keys).isEmpty();
    }

    private List<String> gotten(JsonNode call) {
        List<String> path = new ArrayList<>(path(call.path(1)));
        path.addAll(words(keys(call.path(2))));
        return path;
    }

    private static List<JsonNode> keys(JsonNode key) {
        List<JsonNode> keys = new ArrayList<>();
        if (key.path("type").asText().equals("array")) {
            key.path("value").forEach(keys::add);
        } else {
            keys.add(key);
        }
        return keys;
    }

    /// The variable that a path begins with, and the texts behind it.
    private static List<String> words(Iterable<JsonNode> elements) {
        List<String> words = new ArrayList<>();
        for (JsonNode element : elements) {
            boolean isText = element.path("type").asText().equals("string");
            if (!isText && !(words.isEmpty() && isVariable(element))) {
                break;
            }
            words.add(element.path("value").asText());
        }
        return words;
    }

    private void look(JsonNode term, List<String> path) {
        JsonNode at = term.path("location");
        looks.add(new Look(
                new Position(file, at.path("row").asInt(), at.path("col").asInt(), null),
                path.size() > 1 ? path.get(1) : null,
                path.size() > 2 ? path.get(2) : null));
    }
}
