package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.document.schema.Schemas.Checked;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a document of kind `Change`. An artifact without inline content gets an empty one: who may open files, the
/// command line, loads it.
public final class ChangeReader {
    private static final String WORD = "Change";
    private static final String ENVIRONMENT = "/spec/environment";

    private ChangeReader() {}

    /// The change, or everything that is wrong with its document.
    public static Result<Change> read(Document document) {
        return read(document, null);
    }

    /// The change, or everything that is wrong with its document.
    ///
    /// @param environment in which it is made where the document names none; null leaves that a mistake
    public static Result<Change> read(Document document, @Nullable String environment) {
        if (!document.text("kind").equals(WORD)) {
            return Result.failed(List.of(Diagnostic.error(
                    document.at("/kind"),
                    "the document is a '" + document.text("kind") + "'",
                    "a Change is expected")));
        }
        Checked checked = Schemas.read(in(environment, document.root()), document::at);
        EntityRef ref = ref(document);
        OperationReader reader = new OperationReader(document, ref.toString());
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < document.root().at("/spec/operations").size(); i++) {
            Operation operation = reader.read(i);
            if (operation != null) {
                operations.add(operation);
            }
        }
        List<Diagnostic> diagnostics = merge(checked.diagnostics(), reader.diagnostics());
        ObjectNode canonical = checked.canonical();
        return canonical == null || !diagnostics.isEmpty()
                ? Result.failed(diagnostics)
                : Result.of(change(ref, canonical, operations));
    }

    private static JsonNode in(@Nullable String environment, JsonNode root) {
        if (environment == null
                || !root.path("spec").isObject()
                || !root.at(ENVIRONMENT).isMissingNode()) {
            return root;
        }
        ObjectNode complete = root.deepCopy();
        complete.withObject("/spec").put("environment", environment);
        return complete;
    }

    /// The places of pointers into a document with operations: what one is about is asked for as its
    /// `entity`, although it can stand as its `component`.
    public static Function<String, Position> places(Document document) {
        return pointer -> {
            String named = pointer.replaceFirst("/entity$", "/component");
            return document.at(document.root().at(named).isMissingNode() ? pointer : named);
        };
    }

    private static EntityRef ref(Document document) {
        JsonNode metadata = document.root().path("metadata");
        String name = metadata.path("name").asText();
        String namespace = metadata.path("namespace").asText();
        return new EntityRef(
                Kind.CHANGE,
                namespace.isEmpty() ? EntityRef.DEFAULT_NAMESPACE : namespace,
                name.isEmpty() ? "unnamed" : name);
    }

    /// The schema of a change covers a part of what the schemas of entities say of operations; one of both is enough.
    private static List<Diagnostic> merge(List<Diagnostic> outer, List<Diagnostic> inner) {
        Set<@Nullable String> told = new HashSet<>();
        outer.forEach(diagnostic -> told.add(diagnostic.pointer()));
        List<Diagnostic> merged = new ArrayList<>(outer);
        inner.stream()
                .filter(diagnostic -> !told.contains(diagnostic.pointer()))
                .forEach(merged::add);
        return merged.stream().sorted().toList();
    }

    private static Change change(EntityRef ref, ObjectNode canonical, List<Operation> operations) {
        JsonNode spec = canonical.path("spec");
        JsonNode title = spec.path("title").isTextual() ? spec.path("title") : canonical.at("/metadata/title");
        List<Artifact> artifacts = new ArrayList<>();
        for (JsonNode artifact : spec.path("artifacts")) {
            artifacts.add(new Artifact(
                    artifact.path("kind").asText(),
                    artifact.path("path").asText(),
                    artifact.path("content").asText()));
        }
        return new Change(
                ref,
                title.asText(null),
                EntityRef.parse(spec.path("environment").asText()),
                optional(spec.path("requestedBy")),
                spec.has("window") ? Json.fromTree(spec.path("window"), Window.class) : null,
                optional(spec.path("initiative")),
                operations,
                artifacts);
    }

    private static @Nullable EntityRef optional(JsonNode reference) {
        return reference.isTextual() ? EntityRef.parse(reference.asText()) : null;
    }
}
