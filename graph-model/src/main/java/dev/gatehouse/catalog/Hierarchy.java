package dev.gatehouse.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Grouping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds groups and domains that are, by way of their parents, above themselves.
final class Hierarchy {
    private final Map<EntityRef, Declaration> groupings = new LinkedHashMap<>();
    private final Set<EntityRef> settled = new HashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Hierarchy() {}

    static List<Diagnostic> circles(Collection<Declaration> declarations) {
        Hierarchy hierarchy = new Hierarchy();
        for (Declaration declaration : declarations) {
            if (declaration.entity() instanceof Grouping) {
                hierarchy.groupings.put(declaration.ref(), declaration);
            }
        }
        hierarchy.groupings.keySet().forEach(hierarchy::climb);
        return hierarchy.diagnostics;
    }

    private void climb(EntityRef start) {
        Set<EntityRef> path = new LinkedHashSet<>();
        EntityRef at = start;
        while (at != null && !settled.contains(at) && path.add(at)) {
            at = parent(at);
        }
        if (at != null && !settled.contains(at)) {
            report(path, at);
        }
        settled.addAll(path);
    }

    private @Nullable EntityRef parent(EntityRef ref) {
        Declaration declaration = groupings.get(ref);
        return declaration != null && declaration.entity() instanceof Grouping grouping ? grouping.parent() : null;
    }

    private void report(Set<EntityRef> path, EntityRef repeated) {
        String circle = path.stream()
                .dropWhile(ref -> !ref.equals(repeated))
                .map(EntityRef::toString)
                .collect(Collectors.joining(" → "));
        Declaration declaration = groupings.get(repeated);
        if (declaration != null) {
            diagnostics.add(Catalog.at(
                    declaration.provenance(),
                    repeated + " is its own parent: " + circle + " → " + repeated,
                    "remove one of these parents"));
        }
    }
}
