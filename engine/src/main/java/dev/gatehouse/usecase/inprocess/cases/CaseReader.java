package dev.gatehouse.usecase.inprocess.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.catalog.ChangeReader;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads files of documents of kind `Case`.
public final class CaseReader {
    private final DocumentParser parser;

    public CaseReader(DocumentParser parser) {
        this.parser = parser;
    }

    /// The cases in a file; what is wrong is added to the problems.
    public List<Case> read(SourceFile file, List<Diagnostic> problems) {
        Parsed parsed = parser.parse(file.name(), file.content());
        problems.addAll(parsed.diagnostics());
        List<Case> cases = new ArrayList<>();
        for (Document document : parsed.documents()) {
            Case read = read(document, problems);
            if (read != null) {
                cases.add(read);
            }
        }
        return cases;
    }

    private @Nullable Case read(Document document, List<Diagnostic> problems) {
        if (!document.text("kind").equals("Case")) {
            problems.add(Diagnostic.error(
                    document.at("/kind"), "the document is a '" + document.text("kind") + "'", "a Case is expected"));
            return null;
        }
        int before = problems.size();
        Schemas.Checked checked = Schemas.read(document);
        problems.addAll(checked.diagnostics());
        Given given = new Given(document, problems);
        Change change = change(document, "/spec/change", "case", problems);
        List<Change> beside = beside(document, problems);
        ObjectNode canonical = checked.canonical();
        if (canonical == null || problems.size() > before) {
            return null;
        }
        JsonNode spec = canonical.path("spec");
        return new Case(
                document.file(),
                canonical.at("/metadata/name").asText(),
                given.declarations(),
                spec.has("environment")
                        ? EntityRef.parse(spec.path("environment").asText())
                        : Given.PRODUCTION,
                Instant.parse(spec.path("at").asText()),
                change,
                beside,
                expectations(spec.path("expect")),
                spec.has("score") ? Json.fromTree(spec.path("score"), Case.Bounds.class) : null,
                refs(spec.path("inconclusive")));
    }

    private static List<Change> beside(Document document, List<Diagnostic> problems) {
        List<Change> changes = new ArrayList<>();
        JsonNode beside = document.root().at("/spec/beside");
        for (int i = 0; i < beside.size(); i++) {
            String name = beside.path(i).path("name").asText();
            Change change = change(document, "/spec/beside/" + i + "/change", name, problems);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    /// The spec of a change as a document of its own, with the places that it has here.
    private static @Nullable Change change(Document document, String pointer, String name, List<Diagnostic> problems) {
        if (!(document.root().at(pointer) instanceof ObjectNode spec)) {
            return null;
        }
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", Schemas.API_VERSION)
                .put("kind", "Change");
        root.withObject("/metadata").put("name", name);
        ObjectNode complete = spec.deepCopy();
        if (!complete.has("environment")) {
            complete.put("environment", Given.PRODUCTION.name());
        }
        root.set("spec", complete);
        Map<String, Position> positions = new HashMap<>();
        positions.put("", document.at(pointer));
        document.positions().forEach((at, position) -> {
            if (at.equals(pointer) || at.startsWith(pointer + "/")) {
                positions.put("/spec" + at.substring(pointer.length()), position);
            }
        });
        Result<Change> change = ChangeReader.read(new Document(document.file(), root, positions));
        problems.addAll(change.diagnostics());
        return change.value();
    }

    private static List<Expectation> expectations(JsonNode list) {
        List<Expectation> expectations = new ArrayList<>();
        list.forEach(node -> expectations.add(Json.fromTree(node, Expectation.class)));
        return expectations;
    }

    private static Set<EntityRef> refs(JsonNode list) {
        Set<EntityRef> refs = new HashSet<>();
        list.forEach(node -> refs.add(EntityRef.parse(Objects.requireNonNull(node.asText()))));
        return refs;
    }
}
