package dev.gatehouse.catalog.backstage;

import dev.gatehouse.catalog.Format;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Placed;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Backstage entities of `backstage.io/v1alpha1` and `v1beta1`. `dependsOn`, `dependencyOf` and `consumesApis` become
/// dependencies of unknown criticality; of attributes that Backstage alone knows nothing is said. Locations and
/// templates declare nothing.
public final class BackstageFormat implements Format {
    private static final List<String> KINDS =
            List.of("Component", "API", "Resource", "System", "Domain", "Group", "User");
    private static final List<String> VERSIONS = List.of("backstage.io/v1alpha1", "backstage.io/v1beta1");
    private static final Set<String> IGNORED = Set.of("Location", "Template");

    @Override
    public String name() {
        return VERSIONS.getFirst();
    }

    @Override
    public boolean accepts(Document document) {
        String version = document.text("apiVersion");
        return version.startsWith("backstage.io/") || version.startsWith("scaffolder.backstage.io/");
    }

    @Override
    public Extract read(String source, List<Document> documents) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Placed<Declaration>> entities = new ArrayList<>();
        Map<EntityRef, Placed<Declaration>> dependencies = new LinkedHashMap<>();
        for (Document document : documents) {
            String kind = document.text("kind");
            if (IGNORED.contains(kind)) {
                continue;
            }
            Optional<Diagnostic> unknown = unknown(document, kind);
            if (unknown.isPresent()) {
                diagnostics.add(unknown.get());
                continue;
            }
            List<Diagnostic> own = new ArrayList<>();
            BackstageEntity entity = new BackstageEntity(source, document, own);
            Optional<Placed<Declaration>> declared = entity.read();
            List<Placed<Declaration>> edges = new BackstageEdges(entity, own).read();
            diagnostics.addAll(own);
            if (document.whole() && own.stream().noneMatch(Diagnostic::isError)) {
                declared.ifPresent(entities::add);
                edges.forEach(edge -> dependencies.putIfAbsent(edge.value().ref(), edge));
            }
        }
        entities.addAll(dependencies.values());
        return new Extract(entities, diagnostics);
    }

    private static Optional<Diagnostic> unknown(Document document, String kind) {
        if (!KINDS.contains(kind)) {
            return Optional.of(Diagnostic.error(
                    document.at("/kind"),
                    "unknown kind '" + kind + "'",
                    Nearest.cure(kind, KINDS, "kinds that are read: " + String.join(", ", KINDS))));
        }
        String version = document.text("apiVersion");
        return VERSIONS.contains(version)
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        document.at("/apiVersion"),
                        "unknown version '" + version + "' of a " + kind,
                        "versions that are read: " + String.join(", ", VERSIONS)));
    }
}
