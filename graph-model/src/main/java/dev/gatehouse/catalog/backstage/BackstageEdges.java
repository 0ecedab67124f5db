package dev.gatehouse.catalog.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Placed;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Dependency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The dependencies that a Backstage entity declares of itself.
final class BackstageEdges {
    private final BackstageEntity entity;
    private final List<Diagnostic> diagnostics;
    private final List<Placed<Declaration>> dependencies = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    BackstageEdges(BackstageEntity entity, List<Diagnostic> diagnostics) {
        this.entity = entity;
        this.diagnostics = diagnostics;
    }

    List<Placed<Declaration>> read() {
        Kind kind = Kind.of(entity.kind()).orElse(Kind.SYSTEM);
        if (kind.connects() && !entity.name().isBlank()) {
            EntityRef self = new EntityRef(kind, entity.namespace(), entity.name());
            read("dependsOn", Kind.COMPONENT, self, false);
            read("consumesApis", Kind.API, self, false);
            read("dependencyOf", Kind.COMPONENT, self, true);
        }
        return dependencies;
    }

    private void read(String key, Kind implied, EntityRef self, boolean reversed) {
        JsonNode list = entity.document().root().path("spec").path(key);
        for (int i = 0; i < list.size(); i++) {
            String pointer = "/spec/" + key + "/" + i;
            EntityRef other = target(list.path(i), implied, pointer);
            if (other != null) {
                add(reversed ? other : self, reversed ? self : other, pointer);
            }
        }
    }

    private @Nullable EntityRef target(JsonNode value, Kind implied, String pointer) {
        try {
            EntityRef ref = EntityRef.parse(entity.inNamespace(value).asText(), implied);
            if (ref.kind().connects()) {
                return ref;
            }
            diagnostics.add(Diagnostic.error(
                    entity.document().at(pointer),
                    "'" + value.asText() + "' is a " + ref.kind().word() + ", which nothing can depend on",
                    "name a component, api or resource"));
        } catch (IllegalArgumentException e) {
            diagnostics.add(Diagnostic.error(
                    entity.document().at(pointer), String.valueOf(e.getMessage()), "write it as kind:namespace/name"));
        }
        return null;
    }

    private void add(EntityRef from, EntityRef to, String pointer) {
        String plain = from.name() + "-to-" + to.name();
        String name =
                names.add(plain) ? plain : from.name() + "-to-" + to.kind().word() + "-" + to.name();
        Dependency dependency = new Dependency(
                new EntityRef(Kind.DEPENDENCY, from.namespace(), name),
                from,
                to,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null);
        dependencies.add(new Placed<>(
                new Declaration(dependency, entity.provenance(pointer)),
                _ -> entity.document().at(pointer)));
    }
}
