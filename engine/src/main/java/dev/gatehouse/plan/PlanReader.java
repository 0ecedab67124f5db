package dev.gatehouse.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a document of kind `Plan`.
public final class PlanReader {
    private final Document document;
    private final Function<Document, Result<Change>> changes;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private PlanReader(Document document, Function<Document, Result<Change>> changes) {
        this.document = document;
        this.changes = changes;
    }

    /// The plan.
    ///
    /// @param changes reads a document of kind `Change`: steps hold the same operations
    /// @throws InvalidInputException with every mistake, at its place
    public static Plan read(Document document, Function<Document, Result<Change>> changes) {
        List<Diagnostic> wrong = Schemas.check(document);
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return new PlanReader(document, changes).read();
    }

    private Plan read() {
        JsonNode spec = document.root().path("spec");
        List<Plan.Step> steps = new ArrayList<>();
        for (int i = 0; i < spec.path("steps").size(); i++) {
            steps.add(step(spec.path("steps").path(i), "/spec/steps/" + i));
        }
        checkNeeds(steps);
        if (!diagnostics.isEmpty()) {
            throw new InvalidInputException(diagnostics);
        }
        return new Plan(
                document.root().at("/metadata/name").asText(),
                Optional.ofNullable(text(spec, "title"))
                        .orElseGet(() -> text(document.root().path("metadata"), "title")),
                environment(),
                reference(spec, "requestedBy", Kind.GROUP),
                reference(spec, "initiative", Kind.INITIATIVE),
                steps);
    }

    private EntityRef environment() {
        return EntityRef.parse(document.root().at("/spec/environment").asText(), Kind.ENVIRONMENT);
    }

    private Plan.Step step(JsonNode step, String pointer) {
        String name = step.path("name").asText();
        if (!names.add(name)) {
            wrong(pointer + "/name", "there are two steps named '" + name + "'", "give one another name");
        }
        Change change = change(step, pointer, "change");
        Change compensation = step.has("compensate") ? change(step, pointer, "compensate") : null;
        List<String> needs = new ArrayList<>();
        step.path("needs").forEach(need -> needs.add(need.asText()));
        List<String> gates = new ArrayList<>();
        step.path("gates").forEach(gate -> gates.add(gate.asText()));
        return new Plan.Step(
                name,
                text(step, "title"),
                needs,
                change.operations(),
                change.artifacts(),
                step.path("effect").asText().equals("opaque"),
                text(step, "handler"),
                reference(step, "owner", Kind.GROUP),
                gates,
                reference(step.path("approval"), "by", Kind.GROUP),
                compensation == null ? null : new Plan.Step.Compensation(compensation.operations()),
                text(step, "irreversible"),
                change.window());
    }

    /// Reads what stands below a key of a step as the spec of a change, each mistake at its own place.
    private Change change(JsonNode step, String pointer, String key) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("apiVersion", document.text("apiVersion")).put("kind", "Change");
        root.putObject("metadata").put("name", step.path("name").asText("step"));
        ObjectNode spec = root.putObject("spec");
        spec.put("environment", environment().name());
        if (step.has("window")) {
            spec.set("window", step.path("window"));
        }
        spec.setAll(step.path(key) instanceof ObjectNode own ? own : JsonNodeFactory.instance.objectNode());
        spec.withArray("operations");
        Result<Change> result = changes.apply(new Document(document.file(), root, moved(pointer, key)));
        diagnostics.addAll(result.diagnostics());
        Change change = result.value();
        return change != null ? change : empty(step.path("name").asText("step"));
    }

    private Change empty(String name) {
        return new Change(
                EntityRef.of(Kind.CHANGE, name.isEmpty() ? "step" : name),
                null,
                environment(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private Map<String, Position> moved(String pointer, String key) {
        Map<String, Position> moved = new HashMap<>();
        moved.put("", document.at(pointer));
        document.positions().forEach((place, position) -> {
            if (place.startsWith(pointer + "/" + key)) {
                moved.put("/spec" + place.substring(pointer.length() + key.length() + 1), position);
            } else if (place.startsWith(pointer + "/window")) {
                moved.put("/spec" + place.substring(pointer.length()), position);
            }
        });
        return moved;
    }

    private void checkNeeds(List<Plan.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            for (String need : steps.get(i).needs()) {
                if (!names.contains(need)) {
                    wrong(
                            "/spec/steps/" + i + "/needs",
                            "step '" + steps.get(i).name() + "' needs '" + need + "', which is no step",
                            Nearest.cure(need, names, "the steps are " + String.join(", ", names)));
                }
            }
        }
        Set<String> done = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Plan.Step step : steps) {
                more |= done.containsAll(step.needs()) && done.add(step.name());
            }
        }
        if (done.size() < names.size() && diagnostics.isEmpty()) {
            List<String> stuck =
                    names.stream().filter(name -> !done.contains(name)).sorted().toList();
            wrong("/spec/steps", "the needs of " + String.join(", ", stuck) + " lead to a circle", "drop one of them");
        }
    }

    private void wrong(String pointer, String message, String cure) {
        diagnostics.add(Diagnostic.error(document.at(pointer), message, cure));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : null;
    }

    private static @Nullable EntityRef reference(JsonNode node, String key, Kind kind) {
        String text = text(node, key);
        return text == null ? null : EntityRef.parse(text, kind);
    }
}
