package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An entity of another format, rewritten as a document of Gatehouse's own that remembers where each
/// attribute came from, so that both have the same checks and messages.
public final class Rewriting {
    private final ObjectNode own;
    private final Function<String, Position> original;
    private final Map<String, String> origins = new HashMap<>();

    /// @param kind of the document that it becomes
    /// @param metadata of which name, namespace, title and tags are taken
    /// @param original gives the place of a JSON pointer into what is rewritten
    public Rewriting(String kind, JsonNode metadata, Function<String, Position> original) {
        this.own = EntityDocument.envelope(kind);
        this.original = original;
        own.withObject("/spec");
        for (String key : List.of("name", "namespace", "title", "tags")) {
            if (metadata.has(key)) {
                own.withObject("/metadata").set(key, metadata.path(key));
            }
        }
    }

    /// @param origin JSON pointer to what the attribute was read from
    public void set(String attribute, JsonNode value, String origin) {
        String part = attribute.equals("title") ? "/metadata" : "/spec";
        own.withObject(part).set(attribute, value);
        origins.put(part + "/" + attribute, origin);
    }

    /// The entity, or everything that is wrong with it, at the places in the original.
    public Result<Entity> read() {
        return EntityReader.read(own, this::at);
    }

    /// The place in the original of a JSON pointer into the document that it became.
    public Position at(String pointer) {
        int second = pointer.indexOf('/', 1);
        int third = second < 0 ? -1 : pointer.indexOf('/', second + 1);
        String attribute = third < 0 ? pointer : pointer.substring(0, third);
        String rest = third < 0 ? "" : pointer.substring(third);
        return original.apply(origins.getOrDefault(attribute, attribute) + rest);
    }
}
