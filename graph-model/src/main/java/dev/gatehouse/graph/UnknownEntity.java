package dev.gatehouse.graph;

import dev.gatehouse.document.Nearest;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/// What helps somebody who names an entity that nobody declares.
public final class UnknownEntity {
    private UnknownEntity() {}

    /// The same name with the kind that has it, the nearest name of that kind, or how it comes to be there.
    ///
    /// @param known the names of those of its kind
    /// @param otherwise where nothing is near
    public static String cure(Snapshot architecture, EntityRef ref, Collection<String> known, String otherwise) {
        return ofThatName(architecture, ref)
                .map(EntityRef::toString)
                .or(() -> Nearest.to(ref.name(), known))
                .map(meant -> "did you mean '" + meant + "'?")
                .orElseGet(() -> ref.kind() == Kind.ENVIRONMENT ? environments(ref, known) : otherwise);
    }

    private static Optional<EntityRef> ofThatName(Snapshot architecture, EntityRef ref) {
        return Arrays.stream(Kind.values())
                .map(kind -> new EntityRef(kind, ref.namespace(), ref.name()))
                .filter(other -> architecture.find(other) != null)
                .findFirst();
    }

    /// Manifests and Backstage's entities name environments and declare none.
    private static String environments(EntityRef ref, Collection<String> known) {
        return (known.isEmpty() ? "" : "known are " + String.join(", ", known) + "; ")
                + "declare it in the catalog: {apiVersion: gatehouse.dev/v1, kind: Environment, metadata: {name: "
                + ref.name() + "}}";
    }
}
