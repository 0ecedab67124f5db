package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the operations of one change. What the change's own schema finds wrong is left out here without a word.
final class OperationReader {
    private static final List<String> TARGETS = List.of("entity", "component");
    private static final List<String> EDGE_METADATA = List.of("name", "namespace", "tags");

    private final Document document;
    private final String source;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    OperationReader(Document document, String source) {
        this.document = document;
        this.source = source;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /// The operation at that index; null where something is wrong with it.
    @Nullable
    Operation read(int index) {
        JsonNode entry = document.root().at("/spec/operations").path(index);
        if (entry.size() != 1 || !entry.isObject()) {
            return null;
        }
        String verb = entry.fieldNames().next();
        String pointer = "/spec/operations/" + index + "/" + verb;
        if (!(entry.path(verb) instanceof ObjectNode body)) {
            return null;
        }
        return switch (verb) {
            case "deploy" -> deploy(body);
            case "addDependency" ->
                edge("Dependency", body, pointer)
                        .map(edge -> new Operation.AddDependency((Dependency) edge))
                        .orElse(null);
            case "addFlow" ->
                edge("Flow", body, pointer)
                        .map(edge -> new Operation.AddFlow((Flow) edge))
                        .orElse(null);
            case "removeDependency" -> removeDependency(body, pointer);
            case "removeFlow" -> removeFlow(body, pointer);
            case "set" -> set(body, pointer);
            case "rename" ->
                target(body, pointer)
                        .map(entity ->
                                new Operation.Rename(entity, body.path("to").asText()))
                        .orElse(null);
            case "remove" -> target(body, pointer).map(Operation.Remove::new).orElse(null);
            case "declare" -> declare(body, pointer);
            default -> null;
        };
    }

    private @Nullable Operation deploy(ObjectNode body) {
        EntityRef component = reference(body, "component", Kind.COMPONENT);
        return component == null
                ? null
                : new Operation.Deploy(component, body.path("version").asText());
    }

    private @Nullable Operation removeDependency(ObjectNode body, String pointer) {
        EntityRef dependency = reference(body, "dependency", Kind.DEPENDENCY);
        EntityRef from = reference(body, "from", Kind.COMPONENT);
        EntityRef to = reference(body, "to", Kind.COMPONENT);
        return namesOneOrBothEnds(body, "dependency", pointer)
                ? new Operation.RemoveDependency(dependency, from, to)
                : null;
    }

    private @Nullable Operation removeFlow(ObjectNode body, String pointer) {
        EntityRef flow = reference(body, "flow", Kind.FLOW);
        EntityRef from = reference(body, "from", Kind.COMPONENT);
        EntityRef to = reference(body, "to", Kind.COMPONENT);
        return namesOneOrBothEnds(body, "flow", pointer) ? new Operation.RemoveFlow(flow, from, to) : null;
    }

    private boolean namesOneOrBothEnds(ObjectNode body, String one, String pointer) {
        boolean byName = body.has(one);
        boolean ends = body.has("from") && body.has("to");
        if (byName ? body.has("from") || body.has("to") : !ends) {
            diagnostics.add(Diagnostic.error(
                    document.at(pointer),
                    "either '" + one + "' or both 'from' and 'to' are expected",
                    byName ? "leave out 'from' and 'to'" : "add what is missing"));
            return false;
        }
        return true;
    }

    private @Nullable Operation set(ObjectNode body, String pointer) {
        EntityRef target = target(body, pointer).orElse(null);
        if (target == null) {
            return null;
        }
        ObjectNode attributes = body.deepCopy();
        attributes.remove(body.has("entity") ? "entity" : "component");
        diagnostics.addAll(EntityPatch.check(target, attributes, inner -> document.at(pointer + inner)));
        if (attributes.isEmpty()) {
            diagnostics.add(Diagnostic.error(
                    document.at(pointer), "nothing is set", "add an attribute of " + target + ", such as 'title'"));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        attributes
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? null : Json.fromTree(entry.getValue(), Object.class)));
        return new Operation.Set(target, values);
    }

    /// The entity that a body names by `entity`, or by `component`.
    private Optional<EntityRef> target(ObjectNode body, String pointer) {
        if (TARGETS.stream().allMatch(body::has)) {
            diagnostics.add(Diagnostic.error(
                    document.at(pointer), "both 'component' and 'entity' are named", "leave out one of the two"));
            return Optional.empty();
        }
        for (String key : TARGETS) {
            if (body.has(key)) {
                return Optional.ofNullable(reference(body, key, Kind.COMPONENT));
            }
        }
        diagnostics.add(Diagnostic.error(
                document.at(pointer), "neither 'component' nor 'entity' is named", "add one: component: <name>"));
        return Optional.empty();
    }

    private static @Nullable EntityRef reference(ObjectNode body, String key, Kind implied) {
        try {
            return body.path(key).isTextual() ? EntityRef.parse(body.path(key).asText(), implied) : null;
        } catch (IllegalArgumentException e) { // the schema tells it, with its place
            return null;
        }
    }

    private Optional<Entity> edge(String kind, ObjectNode body, String pointer) {
        ObjectNode root = EntityDocument.envelope(kind);
        ObjectNode metadata = root.withObject("/metadata");
        ObjectNode spec = body.deepCopy();
        spec.remove(unknownKeys(kind, body, pointer));
        metadata.put("name", edgeName(body));
        for (String key : EDGE_METADATA) {
            JsonNode value = spec.remove(key);
            if (value != null) {
                metadata.set(key, value);
            }
        }
        root.set("spec", spec);
        return entity(root, inner -> document.at(pointer + EntityPatch.inner(inner)));
    }

    /// Told here, where those of an edge's metadata are known beside those of its spec.
    private List<String> unknownKeys(String kind, ObjectNode body, String pointer) {
        List<String> known = new ArrayList<>(EDGE_METADATA);
        known.addAll(Schemas.attributes(kind).keySet());
        List<String> unknown = new ArrayList<>();
        body.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        unknown.forEach(key -> diagnostics.add(Schemas.unknownKey(pointer, key, known, document::at)));
        return unknown;
    }

    private static String edgeName(ObjectNode body) {
        EntityRef from = reference(body, "from", Kind.COMPONENT);
        EntityRef to = reference(body, "to", Kind.COMPONENT);
        return from == null || to == null ? "unnamed" : from.name() + "-to-" + to.name();
    }

    private @Nullable Operation declare(ObjectNode body, String pointer) {
        int line = document.at(pointer).line();
        Provenance provenance = new Provenance(source, document.file(), line, false);
        return entity(body, inner -> document.at(pointer + inner))
                .map(entity -> new Operation.Declare(new Declaration(entity, provenance)))
                .orElse(null);
    }

    private Optional<Entity> entity(JsonNode root, Function<String, Position> at) {
        Result<Entity> result = EntityReader.read(root, at);
        diagnostics.addAll(result.diagnostics());
        return Optional.ofNullable(result.value());
    }
}
