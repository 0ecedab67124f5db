package dev.gatehouse.document.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Durations;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns what a validator says into what a person can act on: the key, its value, what is expected, the likely cure.
final class Wording {
    private final JsonNode schema;
    private final Function<String, Position> at;

    Wording(JsonNode schema, Function<String, Position> at) {
        this.schema = schema;
        this.at = at;
    }

    Diagnostic diagnose(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String keyword = error.getSchemaLocation().getFragment().toString();
        JsonNode rules = schema.at(JsonPointer.compile(keyword).head());
        return switch (error.getKeyword()) {
            case "additionalProperties" -> Schemas.unknownKey(pointer, error.getProperty(), keys(rules), at);
            case "required" -> missingKey(pointer, error.getProperty(), rules);
            case "minProperties", "maxProperties" ->
                Diagnostic.error(
                        at.apply(pointer),
                        name(pointer) + " has " + error.getInstanceNode().size() + " keys; one is expected",
                        "give each its own entry: " + String.join(", ", keys(rules)));
            case "maxItems" ->
                Diagnostic.error(
                        at.apply(pointer),
                        name(pointer) + " has " + error.getInstanceNode().size() + " entries; at most "
                                + rules.path("maxItems").asInt() + " are expected",
                        "make several documents of it");
            case "maxLength" -> tooLong(pointer, error.getInstanceNode(), rules);
            default -> wrongValue(pointer, error.getInstanceNode(), rules);
        };
    }

    private Diagnostic missingKey(String pointer, String key, JsonNode rules) {
        JsonNode wanted = resolve(rules.path("properties").path(key));
        String owner = pointer.isEmpty() ? "the document" : name(pointer);
        return Diagnostic.error(
                at.apply(pointer), owner + " lacks '" + key + "'", "add it; " + Expected.by(wanted) + " is expected");
    }

    private Diagnostic tooLong(String pointer, JsonNode value, JsonNode rules) {
        Texts.Wrong wrong =
                Texts.tooLong(value.asText(), rules.path("maxLength").asInt()).orElseThrow();
        return Diagnostic.error(at.apply(pointer), name(pointer) + " " + wrong.why(), wrong.cure());
    }

    /// The value at the pointer is not what its schema expects.
    Diagnostic wrongValue(String pointer, JsonNode value, JsonNode rules) {
        String type = isOfType(value, rules) ? "" : ", " + type(value);
        return Diagnostic.error(
                at.apply(pointer),
                name(pointer) + " is " + shown(value) + (value.isValueNode() && !value.isNull() ? type : "") + "; "
                        + Expected.by(rules) + " is expected",
                cure(value, rules));
    }

    private static @Nullable String cure(JsonNode value, JsonNode rules) {
        String expected = rules.path("type").asText();
        String text = value.asText();
        if (rules.has("enum") || rules.has("const")) {
            List<String> known = rules.has("enum")
                    ? Expected.texts(rules.path("enum"))
                    : List.of(rules.path("const").asText());
            return Nearest.to(text, known)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse(null);
        }
        if (value.isNull()) {
            return "give it a value, or leave the key out";
        }
        if (expected.equals("array") && value.isTextual()) {
            return "write it as a list: [" + text + "]";
        }
        return switch (rules.path("format").asText()) {
            case "duration-of-time" -> duration(text);
            case "date-time" -> text.matches("\\d{4}-\\d\\d-\\d\\d") ? "write " + text + "T00:00:00Z" : null;
            default ->
                expected.equals("string") && value.isValueNode() && !value.isTextual() ? "put it in quotes" : null;
        };
    }

    JsonNode resolve(JsonNode part) {
        return resolve(schema, part);
    }

    /// Follows a `$ref` within the schema.
    static JsonNode resolve(JsonNode schema, JsonNode part) {
        JsonNode resolved = part;
        while (resolved.has("$ref")) {
            resolved = schema.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    /// `'tier'`, or for an item of a list `'tags[1]'`.
    static String name(String pointer) {
        String[] parts = pointer.split("/", -1);
        String index = "";
        for (int i = parts.length - 1; i > 0; i--) {
            String part = parts[i].replace("~1", "/").replace("~0", "~");
            if (!part.matches("\\d{1,9}")) {
                return "'" + Texts.brief(part) + index + "'";
            }
            index = "[" + part + "]" + index;
        }
        return "the document";
    }

    private static List<String> keys(JsonNode rules) {
        List<String> keys = new ArrayList<>();
        rules.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static boolean isOfType(JsonNode value, JsonNode rules) {
        if (rules.has("enum") || rules.has("const")) {
            return value.isTextual();
        }
        return switch (rules.path("type").asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> false;
        };
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case NULL -> "empty";
            case STRING -> "'" + Texts.brief(value.asText()) + "'";
            default -> Texts.brief(value.asText());
        };
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            default -> "a number";
        };
    }

    Position at(String pointer) {
        return at.apply(pointer);
    }

    private static @Nullable String duration(String text) {
        if (Durations.isTooLong(text)) {
            return "give a hundred years at most: 36525d";
        }
        return Durations.parse(text + "s").isPresent() ? "add a unit: " + text + "ms, " + text + "s" : null;
    }
}
