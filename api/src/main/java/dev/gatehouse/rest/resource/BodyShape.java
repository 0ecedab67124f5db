package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares a body with the record that it is to become: keys that the record has not, and such that it needs.
final class BodyShape {
    private final List<Diagnostic> mistakes = new ArrayList<>();

    private BodyShape() {}

    static List<Diagnostic> mistakes(JsonNode body, Class<?> type) {
        BodyShape shape = new BodyShape();
        shape.compare(body, type, "");
        return shape.mistakes;
    }

    private void compare(JsonNode node, Class<?> type, String pointer) {
        if (!node.isObject()) {
            add(pointer, "an object is expected here", null);
            return;
        }
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String cure = Nearest.cure(name, known, "known are " + String.join(", ", known));
                add(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "unknown key '" + name + "'", cure);
            }
        });
        for (RecordComponent component : type.getRecordComponents()) {
            compare(node.path(component.getName()), component, pointer + "/" + component.getName());
        }
    }

    private void compare(JsonNode value, RecordComponent component, String pointer) {
        if (value.isMissingNode() || value.isNull()) {
            if (needed(component)) {
                add(pointer, "the key '" + component.getName() + "' is missing", "add it");
            }
        } else if (component.getType().isRecord()) {
            compare(value, component.getType(), pointer);
        } else if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            elements(value, element, pointer);
        }
    }

    private void elements(JsonNode value, Class<?> element, String pointer) {
        if (!value.isArray()) {
            add(pointer, "a list is expected here", null);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isNull()) {
                add(pointer + "/" + i, "null is no element of a list", "leave it out");
            } else if (element.isRecord()) {
                compare(value.get(i), element, pointer + "/" + i);
            }
        }
    }

    /// Lists may be left out, and so may what has a default or is nullable.
    private static boolean needed(RecordComponent component) {
        return !component.getType().isPrimitive()
                && !Collection.class.isAssignableFrom(component.getType())
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void add(String pointer, String message, @Nullable String cure) {
        mistakes.add(Diagnostic.error(new Position(null, 0, 0, pointer), message, cure));
    }
}
