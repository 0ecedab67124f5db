package dev.gatehouse.catalog.kubernetes;

import dev.gatehouse.catalog.kubernetes.Variable.Target;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Position;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Dependency;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Dependencies read off environment variables that hold a host with a port, or a URL.
final class GuessedEdges {
    private final String source;
    private final Services services;
    private final List<Diagnostic> diagnostics;

    GuessedEdges(String source, Services services, List<Diagnostic> diagnostics) {
        this.source = source;
        this.services = services;
        this.diagnostics = diagnostics;
    }

    Collection<Placed<Declaration>> of(Workload workload) {
        Map<EntityRef, Placed<Declaration>> edges = new LinkedHashMap<>();
        for (Variable variable : workload.variables()) {
            for (Target target : variable.targets()) {
                Position at = workload.manifest().at(variable.pointer());
                resolve(workload, variable, target, at)
                        .filter(needed -> !needed.ref().equals(workload.ref()))
                        .ifPresent(needed ->
                                edges.putIfAbsent(needed.ref(), edge(workload.ref(), needed.ref(), target, at)));
            }
        }
        return edges.values();
    }

    private Optional<Workload> resolve(Workload workload, Variable variable, Target target, Position at) {
        Optional<Manifest> service = services.find(target.host(), workload.ref().namespace());
        Optional<Workload> behind = service.flatMap(services::behind);
        if (behind.isEmpty()) {
            String missing = service.isEmpty() ? "no Service has that name" : "its Service selects no workload";
            diagnostics.add(Diagnostic.warning(
                    at,
                    workload.ref() + " names '" + target + "' in " + variable.name() + ", but " + missing,
                    "declare what is meant: a Dependency on a component, resource or external"));
        }
        return behind;
    }

    private Placed<Declaration> edge(EntityRef from, EntityRef to, Target target, Position at) {
        String name = from.name() + "-to-" + (to.namespace().equals(from.namespace()) ? "" : to.namespace() + "-")
                + to.name();
        Dependency dependency = new Dependency(
                new EntityRef(Kind.DEPENDENCY, from.namespace(), name),
                from,
                to,
                null,
                null,
                target.protocol(),
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null);
        return new Placed<>(new Declaration(dependency, new Provenance(source, at.file(), at.line(), true)), _ -> at);
    }
}
