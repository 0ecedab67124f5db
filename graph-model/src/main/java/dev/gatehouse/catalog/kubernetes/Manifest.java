package dev.gatehouse.catalog.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Position;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.List;

/// One Kubernetes object, which is a document or an item of one of kind `List`.
record Manifest(Document document, String pointer, JsonNode node) {
    static List<Manifest> of(Document document) {
        JsonNode items = document.root().path("items");
        if (!document.text("kind").endsWith("List") || !items.isArray()) {
            return List.of(new Manifest(document, "", document.root()));
        }
        List<Manifest> manifests = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            manifests.add(new Manifest(document, "/items/" + i, items.path(i)));
        }
        return manifests;
    }

    String kind() {
        return node.path("kind").asText();
    }

    String apiVersion() {
        return node.path("apiVersion").asText();
    }

    String name() {
        return node.at("/metadata/name").asText();
    }

    String namespace() {
        String namespace = node.at("/metadata/namespace").asText();
        return namespace.isEmpty() ? EntityRef.DEFAULT_NAMESPACE : namespace;
    }

    Position at(String inner) {
        return document.at(pointer + inner);
    }
}
