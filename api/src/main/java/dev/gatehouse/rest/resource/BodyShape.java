package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares a body with the record that it is to become: keys that the record has not, such that it needs, and values
/// of another type. What passes can be read.
final class BodyShape {
    private static final int LONGEST_SHOWN = 60;

    /// The types of single values that a body can have.
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            String.class, "a string",
            boolean.class, "true or false",
            Instant.class, "a time such as 2026-12-01T09:00:00Z",
            Duration.class, "a duration such as P7D or PT36H");

    private final List<Diagnostic> mistakes = new ArrayList<>();

    private BodyShape() {}

    static List<Diagnostic> mistakes(JsonNode body, Class<?> type) {
        BodyShape shape = new BodyShape();
        shape.compareRecord(body, type, "");
        return shape.mistakes;
    }

    private void compare(JsonNode value, Type type, String pointer) {
        if (type instanceof ParameterizedType list) {
            elements(value, list.getActualTypeArguments()[0], pointer);
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            compareRecord(value, raw, pointer);
        } else if (type instanceof Class<?> raw && !fits(value, raw)) {
            wrong(value, EXPECTED.getOrDefault(raw, "something else"), pointer);
        } else if (value.isTextual() && !StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue())) {
            add(pointer, name(pointer) + " holds half of a character", "escape both of its surrogates, or none");
        }
    }

    private void compareRecord(JsonNode node, Class<?> type, String pointer) {
        if (!node.isObject()) {
            wrong(node, "an object", pointer);
            return;
        }
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String cure = Nearest.cure(name, known, "known are " + String.join(", ", known));
                add(pointer + "/" + escaped(name), "unknown key '" + shortened(name) + "'", cure);
            }
        });
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = node.path(component.getName());
            String there = pointer + "/" + component.getName();
            if (!value.isMissingNode() && !value.isNull()) {
                compare(value, component.getGenericType(), there);
            } else if (needed(component)) {
                add(there, "the key '" + component.getName() + "' is missing", "add it");
            }
        }
    }

    private void elements(JsonNode value, Type element, String pointer) {
        if (!value.isArray()) {
            wrong(value, "a list", pointer);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isNull()) {
                add(pointer + "/" + i, "null is no element of a list", "leave it out");
            } else {
                compare(value.get(i), element, pointer + "/" + i);
            }
        }
    }

    private static boolean fits(JsonNode value, Class<?> type) {
        if (type == boolean.class) {
            return value.isBoolean();
        }
        try {
            return value.isTextual()
                    && (type == String.class
                            || (type == Instant.class && Instant.parse(value.textValue()) != null)
                            || (type == Duration.class && Duration.parse(value.textValue()) != null));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// Lists may be left out, and so may what has a default or is nullable.
    private static boolean needed(RecordComponent component) {
        return !component.getType().isPrimitive()
                && !Collection.class.isAssignableFrom(component.getType())
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void wrong(JsonNode value, String expected, String pointer) {
        add(pointer, name(pointer) + " is " + shown(value) + "; " + expected + " is expected", null);
    }

    /// `'at'`, or for an element of a list `'gates[1]'`.
    private static String name(String pointer) {
        String name = pointer.replaceFirst("^.*/(?=[A-Za-z])", "").replaceAll("/(\\d+)", "[$1]");
        return name.isEmpty() ? "the body" : "'" + name + "'";
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "'" + shortened(value.textValue()) + "'";
            case BOOLEAN, NULL -> value.asText();
            default -> shortened(value.asText()) + ", a number";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void add(String pointer, String message, @Nullable String cure) {
        mistakes.add(Diagnostic.error(new Position(null, 0, 0, pointer), message, cure));
    }
}
