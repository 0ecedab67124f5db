package dev.gatehouse.graph.neo4j;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A declaration as the properties of a node or relationship: scalars and lists of texts plain, what is nested as JSON
/// text, and where it was declared. For people who ask with Cypher; never read back.
final class Properties {
    private Properties() {}

    /// Every attribute that is known, under its name in the record, with `ref`, `name` and `namespace`.
    static Map<String, Object> of(Declaration declaration) {
        Map<String, Object> properties = new HashMap<>();
        Json.tree(declaration.entity())
                .properties()
                .forEach(attribute -> properties.put(attribute.getKey(), plain(attribute.getValue())));
        if (isEdge(declaration.ref().kind())) {
            properties.remove("from");
            properties.remove("to");
        }
        properties.put("name", declaration.ref().name());
        properties.put("namespace", declaration.ref().namespace());
        properties.putAll(provenance(declaration.provenance()));
        return properties;
    }

    static Map<String, Object> provenance(Provenance provenance) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("source", provenance.source());
        if (provenance.file() != null) {
            properties.put("file", provenance.file());
        }
        properties.put("line", (long) provenance.line());
        properties.put("guessed", provenance.guessed());
        return properties;
    }

    /// True for the kinds that stand as relationships.
    static boolean isEdge(Kind kind) {
        return kind == Kind.DEPENDENCY || kind == Kind.FLOW;
    }

    private static Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.isIntegralNumber() ? (Object) value.longValue() : (Object) value.doubleValue();
            case ARRAY -> texts(value);
            default -> value.toString();
        };
    }

    private static Object texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isTextual()) {
                return array.toString();
            }
            texts.add(element.textValue());
        }
        return texts;
    }
}
