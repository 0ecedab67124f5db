package dev.gatehouse.facts.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;

/// Replaces a reference wherever an entity holds it.
final class Renaming {
    private Renaming() {}

    static Entity of(Entity entity, EntityRef old, EntityRef renamed) {
        ObjectNode tree = Json.tree(entity);
        replace(tree, old.toString(), TextNode.valueOf(renamed.toString()));
        return Json.fromTree(tree, entity.getClass());
    }

    private static void replace(JsonNode node, String old, TextNode renamed) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> {
                    if (entry.getValue().isTextual()
                            && entry.getValue().asText().equals(old)) {
                        entry.setValue(renamed);
                    } else {
                        replace(entry.getValue(), old, renamed);
                    }
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i).isTextual() && array.get(i).asText().equals(old)) {
                        array.set(i, renamed);
                    } else {
                        replace(array.get(i), old, renamed);
                    }
                }
            }
            default -> {}
        }
    }
}
