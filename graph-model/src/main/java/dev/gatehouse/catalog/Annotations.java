package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The annotations under `gatehouse.dev/` of one entity of another format, as attributes. A text that is not
/// of its form is handed on as it is: the schema says what was expected.
public final class Annotations {
    private static final String PREFIX = "gatehouse.dev/";
    private static final Map<String, Form> FORMS = new TreeMap<>(Map.ofEntries(
            Map.entry("owner", new Form("owner", Shape.TEXT)),
            Map.entry("title", new Form("title", Shape.TEXT)),
            Map.entry("tier", new Form("tier", Shape.INTEGER)),
            Map.entry("replicas", new Form("replicas", Shape.INTEGER)),
            Map.entry("zones", new Form("zones", Shape.INTEGER)),
            Map.entry("region", new Form("region", Shape.TEXT)),
            Map.entry("runtime", new Form("runtime", Shape.TEXT)),
            Map.entry("rto", new Form("rto", Shape.TEXT)),
            Map.entry("rpo", new Form("rpo", Shape.TEXT)),
            Map.entry("latency", new Form("latency", Shape.TEXT)),
            Map.entry("monthly-cost", new Form("monthlyCost", Shape.DECIMAL)),
            Map.entry("monthly-carbon", new Form("monthlyCarbon", Shape.DECIMAL)),
            Map.entry("data-classification", new Form("dataClassification", Shape.LIST)),
            Map.entry("cleared-for", new Form("clearedFor", Shape.LIST)),
            Map.entry("roles", new Form("roles", Shape.MAP))));

    private final JsonNode entity;
    private final Set<String> known;
    private final Function<String, Position> at;
    private final List<Diagnostic> diagnostics;

    /// @param entity that has them under `metadata`
    /// @param known those that mean something there, without the prefix
    /// @param at gives the place of a JSON pointer into the entity
    /// @param diagnostics is told of all others
    public Annotations(
            JsonNode entity, Set<String> known, Function<String, Position> at, List<Diagnostic> diagnostics) {
        this.entity = entity;
        this.known = known;
        this.at = at;
        this.diagnostics = diagnostics;
    }

    /// All that there are, but those that stand elsewhere in the format.
    public static Set<String> without(String... elsewhere) {
        Set<String> names = new TreeSet<>(FORMS.keySet());
        names.removeAll(Set.of(elsewhere));
        return names;
    }

    /// Hands each on.
    public void read(Sink sink) {
        for (var annotation : entity.at("/metadata/annotations").properties()) {
            if (annotation.getKey().startsWith(PREFIX)) {
                String name = annotation.getKey().substring(PREFIX.length());
                String pointer = "/metadata/annotations/"
                        + annotation.getKey().replace("~", "~0").replace("/", "~1");
                Form form = known.contains(name) ? FORMS.get(name) : null;
                if (form == null) {
                    diagnostics.add(unknown(name, pointer));
                } else {
                    sink.set(form.attribute, value(form.shape, annotation.getValue()), pointer);
                }
            }
        }
    }

    private Diagnostic unknown(String name, String pointer) {
        List<String> words = known.stream().sorted().map(PREFIX::concat).toList();
        return Diagnostic.error(
                at.apply(pointer),
                "unknown annotation '" + PREFIX + name + "'",
                Nearest.to(name, known)
                        .map(near -> "did you mean '" + PREFIX + near + "'?")
                        .orElse("known for kind " + entity.path("kind").asText() + " are " + String.join(", ", words)));
    }

    private static JsonNode value(Shape shape, JsonNode value) {
        String text = value.asText().strip();
        if (!value.isTextual()) {
            return value;
        }
        return switch (shape) {
            case TEXT -> value;
            case INTEGER -> text.matches("\\d{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : value;
            case DECIMAL -> text.matches("\\d{1,15}(\\.\\d{1,9})?") ? DecimalNode.valueOf(new BigDecimal(text)) : value;
            case LIST -> list(text);
            case MAP -> map(text, value);
        };
    }

    private static JsonNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                list.add(part.strip());
            }
        }
        return list;
    }

    private static JsonNode map(String text, JsonNode asWritten) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (String part : text.split(",")) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || pair[0].isBlank()) {
                return asWritten;
            }
            map.put(pair[0].strip(), pair[1].strip());
        }
        return map;
    }

    /// Takes an attribute, its value, and the pointer to where it was read.
    @FunctionalInterface
    public interface Sink {
        void set(String attribute, JsonNode value, String origin);
    }

    private enum Shape {
        TEXT,
        INTEGER,
        DECIMAL,
        LIST,
        MAP
    }

    private record Form(String attribute, Shape shape) {}
}
