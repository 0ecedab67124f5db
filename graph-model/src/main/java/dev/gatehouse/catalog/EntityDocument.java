package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import java.util.List;
import java.util.Map;

/// Writes an entity as the document that declares it; [EntityReader] reads it back to an equal entity.
public final class EntityDocument {
    /// Attributes that documents have under `metadata` rather than `spec`.
    static final List<String> IN_METADATA = List.of("title", "tags");

    private EntityDocument() {}

    /// The document of an entity. Attributes without a value are left out.
    ///
    /// @throws IllegalArgumentException for a kind that no document declares: a registered change
    public static ObjectNode of(Entity entity) {
        EntityRef ref = entity.ref();
        EntityType type = EntityType.of(ref.kind())
                .orElseThrow(() -> new IllegalArgumentException("No document declares " + ref));
        ObjectNode spec = Json.tree(entity);
        spec.remove("ref");
        ObjectNode document = envelope(type, ref);
        ObjectNode metadata = document.withObject("/metadata");
        for (String shared : IN_METADATA) {
            JsonNode value = spec.remove(shared);
            if (value != null) {
                metadata.set(shared, value);
            }
        }
        Map<String, String> attributes = Schemas.attributes(type.word());
        attributes.forEach((documented, attribute) -> {
            if (!attributes.containsKey(attribute) && spec.has(attribute)) {
                spec.set(documented, spec.remove(attribute));
            }
        });
        return document.set("spec", spec);
    }

    /// A document without attributes.
    static ObjectNode envelope(EntityType type, EntityRef ref) {
        ObjectNode document = envelope(type.word());
        ObjectNode metadata = document.withObject("/metadata").put("name", ref.name());
        if (!ref.namespace().equals(EntityRef.DEFAULT_NAMESPACE)) {
            metadata.put("namespace", ref.namespace());
        }
        return document;
    }

    /// A document without a name.
    static ObjectNode envelope(String kind) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", Schemas.API_VERSION)
                .put("kind", kind);
        document.set("metadata", JsonNodeFactory.instance.objectNode());
        return document;
    }
}
