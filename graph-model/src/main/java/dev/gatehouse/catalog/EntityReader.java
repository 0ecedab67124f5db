package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.document.schema.Schemas.Checked;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads one document of Gatehouse's own into the entity that it declares.
public final class EntityReader {
    private EntityReader() {}

    /// The entity, or everything that is wrong with its document.
    public static Result<Entity> read(Document document) {
        return read(document.root(), document::at);
    }

    /// Whether that kind of document declares an entity; a change, for one, does not.
    public static boolean declares(Document document) {
        return type(document.root()).isPresent();
    }

    /// The entity of a document that another format was rewritten to.
    ///
    /// @param at gives the place of a JSON pointer into `root`
    public static Result<Entity> read(JsonNode root, Function<String, Position> at) {
        Checked checked = Schemas.read(root, at);
        ObjectNode canonical = checked.canonical();
        if (canonical == null) {
            return Result.failed(checked.diagnostics());
        }
        return type(root)
                .map(type -> Result.of(entity(type, canonical)))
                .orElseGet(() -> Result.failed(List.of(Diagnostic.error(
                        at.apply("/kind"), "a " + root.path("kind").asText() + " declares no entity", null))));
    }

    private static Optional<EntityType> type(JsonNode root) {
        String word = root.path("kind").asText();
        return Kind.of(word).flatMap(EntityType::of).filter(type -> type.word().equals(word));
    }

    private static Entity entity(EntityType type, ObjectNode canonical) {
        JsonNode metadata = canonical.path("metadata");
        ObjectNode attributes =
                canonical.path("spec") instanceof ObjectNode spec ? spec : JsonNodeFactory.instance.objectNode();
        EntityRef ref = new EntityRef(
                type.kind(),
                metadata.path("namespace").asText(EntityRef.DEFAULT_NAMESPACE),
                metadata.path("name").asText());
        attributes.put("ref", ref.toString());
        for (String shared : EntityDocument.IN_METADATA) {
            if (type.attributes().contains(shared) && metadata.has(shared)) {
                attributes.set(shared, metadata.path(shared));
            }
        }
        return Json.fromTree(attributes, type.type());
    }
}
