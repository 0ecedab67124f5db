package dev.gatehouse.usecase.inprocess.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.catalog.EntityReader;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The architecture of a case.
final class Given {
    static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");

    /// Who gathers and who answers need not be declared in a case that is about something else.
    private static final Set<Kind> OPTIONAL = Set.of(Kind.SYSTEM, Kind.DOMAIN, Kind.GROUP, Kind.USER);

    private final Document document;
    private final List<Diagnostic> problems;
    private final Map<EntityRef, Declaration> declared = new LinkedHashMap<>();
    private final Map<EntityRef, String> pointers = new LinkedHashMap<>();

    Given(Document document, List<Diagnostic> problems) {
        this.document = document;
        this.problems = problems;
        JsonNode given = document.root().at("/spec/given");
        for (int i = 0; i < given.size(); i++) {
            if (given.path(i) instanceof ObjectNode entity) {
                add(entity, "/spec/given/" + i);
            }
        }
        complete();
    }

    List<Declaration> declarations() {
        return List.copyOf(declared.values());
    }

    private void add(ObjectNode entity, String pointer) {
        ObjectNode root = entity.deepCopy();
        if (!root.has("apiVersion")) {
            root.put("apiVersion", Schemas.API_VERSION);
        }
        Result<Entity> result = EntityReader.read(root, inner -> document.at(pointer + inner));
        problems.addAll(result.diagnostics());
        Entity value = result.value();
        if (value == null) {
            return;
        }
        pointers.put(value.ref(), pointer);
        if (declared.putIfAbsent(value.ref(), declaration(value, pointer)) != null) {
            problems.add(Diagnostic.error(
                    document.at(pointer), value.ref() + " is declared twice", "give one of the two another name"));
        }
    }

    private Declaration declaration(Entity entity, String pointer) {
        int line = document.at(pointer).line();
        return new Declaration(entity, new Provenance("case", document.file(), line, false));
    }

    /// Adds what goes without saying, and reports what nothing declares: an edge to nowhere would silently not count.
    private void complete() {
        declared.putIfAbsent(
                PRODUCTION, declaration(new Environment(PRODUCTION, null, true, null, List.of()), "/spec/given"));
        List.copyOf(declared.values()).forEach(declaration -> {
            if (declaration.entity() instanceof Dependency dependency) {
                for (Flow flow : dependency.impliedFlows()) {
                    declared.putIfAbsent(flow.ref(), new Declaration(flow, declaration.provenance()));
                }
            }
        });
        pointers.forEach((ref, pointer) -> {
            Declaration declaration = declared.get(ref);
            if (declaration != null) {
                declaration.entity().references().forEach(reference -> check(reference.target(), pointer));
            }
        });
    }

    private void check(EntityRef target, String pointer) {
        if (!declared.containsKey(target) && !OPTIONAL.contains(target.kind())) {
            List<String> known = declared.keySet().stream()
                    .filter(ref -> ref.kind() == target.kind())
                    .map(EntityRef::shortName)
                    .toList();
            problems.add(Diagnostic.error(
                    document.at(pointer),
                    "the case declares no '" + target + "'",
                    Nearest.cure(target.shortName(), known, "declare it among 'given'")));
        }
    }
}
