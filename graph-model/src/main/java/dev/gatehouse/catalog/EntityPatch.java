package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sets single attributes of an entity, by their names in its document and with the same checks.
public final class EntityPatch {
    private static final EntityType DEPLOYMENT = EntityType.of(Kind.DEPLOYMENT).orElseThrow();
    /// What a deployment has and a component has not: set on a component, it holds in the change's environment.
    private static final List<String> OF_DEPLOYMENTS = List.of("version", "placements");

    private EntityPatch() {}

    /// The entity with these attributes set, or what is wrong with them. A null value makes an attribute unknown.
    ///
    /// @param attributes by their names in the entity's document, values as a document writes them
    /// @param at where they are set
    public static Result<Entity> apply(Entity entity, Map<String, @Nullable Object> attributes, Position at) {
        EntityType type = EntityType.of(entity.ref().kind()).orElse(null);
        if (type == null) {
            return Result.failed(List.of(undeclared(entity.ref(), at)));
        }
        ObjectNode document = EntityDocument.of(entity);
        attributes.forEach((name, value) -> set(document, type, name, node(value)));
        return EntityReader.read(document, _ -> at);
    }

    /// The entity with these attributes set.
    ///
    /// @throws InvalidInputException with all that is wrong with them
    public static Entity patched(Entity entity, Map<String, @Nullable Object> attributes) {
        return apply(entity, attributes, Position.NOWHERE).orThrow();
    }

    /// What is wrong with attributes that are to be set, as far as it shows without the entity.
    ///
    /// @param at gives the place of an attribute by its JSON pointer in `attributes`
    static List<Diagnostic> check(EntityRef ref, ObjectNode attributes, Function<String, Position> at) {
        EntityType type = EntityType.of(ref.kind()).orElse(null);
        if (type == null) {
            return List.of(undeclared(ref, at.apply("")));
        }
        ObjectNode document = EntityDocument.envelope(type, ref);
        ObjectNode deployment = EntityDocument.envelope(DEPLOYMENT, ref);
        List<String> kept = kept(type);
        List<Diagnostic> wrong = new ArrayList<>();
        attributes.properties().forEach(entry -> {
            String name = entry.getKey();
            boolean there = ref.kind().connects() && OF_DEPLOYMENTS.contains(name);
            if (kept.contains(name)) {
                set(there ? deployment : document, there ? DEPLOYMENT : type, name, entry.getValue());
            } else {
                wrong.add(notKept(type, name, kept, at));
            }
        });
        for (ObjectNode part : List.of(document, deployment)) {
            wrong.addAll(Schemas.checkPart(part, pointer -> at.apply(inner(pointer))));
        }
        return wrong;
    }

    /// The attributes that something comes of setting.
    private static List<String> kept(EntityType type) {
        List<String> kept = new ArrayList<>(EntityDocument.IN_METADATA);
        kept.removeIf(name -> !type.attributes().contains(name));
        Schemas.attributes(type.word()).forEach((name, attribute) -> {
            if (!attribute.isEmpty()) {
                kept.add(name);
            }
        });
        if (type.kind().connects()) {
            kept.addAll(OF_DEPLOYMENTS);
        }
        return kept;
    }

    private static Diagnostic notKept(EntityType type, String name, List<String> kept, Function<String, Position> at) {
        return Schemas.attributes(type.word()).containsKey(name)
                ? Diagnostic.error(
                        at.apply("/" + name),
                        "'" + name + "' of a " + type.kind().word() + " is not kept, so nothing comes of setting it",
                        Schemas.known(kept))
                : Schemas.unknownKey("", name, kept, at);
    }

    /// An unknown attribute is set even to null, so that the check meets it.
    private static void set(ObjectNode document, EntityType type, String name, JsonNode value) {
        boolean inMetadata =
                EntityDocument.IN_METADATA.contains(name) && type.attributes().contains(name);
        Map<String, String> attributes = Schemas.attributes(type.word());
        boolean known = inMetadata || attributes.containsKey(name);
        // Of two words for one attribute, that which a written document has.
        String meant = attributes.getOrDefault(name, name);
        String key = attributes.containsKey(meant) ? meant : name;
        ObjectNode part = document.withObject(inMetadata ? "/metadata" : "/spec");
        if (value.isNull() && known) {
            part.remove(key);
        } else {
            part.set(key, value);
        }
    }

    /// `/spec/x` and `/metadata/x` → `/x`
    static String inner(String pointer) {
        int second = pointer.indexOf('/', 1);
        return second < 0 ? "" : pointer.substring(second);
    }

    private static JsonNode node(@Nullable Object value) {
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : Json.tree(Map.of("value", value)).path("value");
    }

    private static Diagnostic undeclared(EntityRef ref, Position at) {
        String what = ref.kind() == Kind.CHANGE
                ? "a registered change"
                : "a " + ref.kind().word();
        return Diagnostic.error(at, what + " has no attributes that can be set", "name another entity");
    }
}
