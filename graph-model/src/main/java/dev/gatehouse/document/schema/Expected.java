package dev.gatehouse.document.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Says in words what a schema expects: `an integer from 1 to 5`.
final class Expected {
    private Expected() {}

    static String by(JsonNode schema) {
        if (schema.has("const")) {
            return "'" + schema.path("const").asText() + "'";
        }
        if (schema.has("enum")) {
            return "one of '" + String.join("', '", texts(schema.path("enum"))) + "'";
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return "a " + enumerate(texts(type));
        }
        return switch (type.asText()) {
            case "string" -> string(schema);
            case "integer" -> "an integer" + range(schema);
            case "number" -> "a number" + range(schema);
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a mapping";
            default -> "something else";
        };
    }

    private static String string(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "reference" -> "a reference to " + kinds(schema);
            case "duration-of-time" -> "a duration such as 150ms, 2s, 5m or 30d";
            case "date-time" -> "a time such as 2026-12-01T09:00:00Z";
            default ->
                schema.has("pattern")
                        ? "a string of the form " + schema.path("pattern").asText() + longest(schema)
                        : schema.has("minLength") ? "a string that is not empty" : "a string";
        };
    }

    private static String longest(JsonNode schema) {
        return schema.has("maxLength")
                ? " with at most " + schema.path("maxLength").asText() + " characters"
                : "";
    }

    private static String kinds(JsonNode schema) {
        List<String> kinds = texts(schema.path("x-kinds"));
        if (kinds.contains("*")) {
            return "an entity";
        }
        String words = kinds.isEmpty() ? schema.path("x-kind").asText() : enumerate(kinds);
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    private static String range(JsonNode schema) {
        String least = schema.path("minimum").asText();
        String most = schema.path("maximum").asText();
        if (schema.has("exclusiveMinimum")) {
            return " between " + schema.path("exclusiveMinimum").asText() + " and "
                    + schema.path("exclusiveMaximum").asText() + ", both excluded";
        }
        if (least.isEmpty()) {
            return most.isEmpty() ? "" : " of at most " + most;
        }
        return most.isEmpty() ? " of " + least + " or more" : " from " + least + " to " + most;
    }

    static String enumerate(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
