package dev.gatehouse.catalog;

import dev.gatehouse.document.EntityTypes;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.Kind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A kind that documents declare: its word in them, its record, and the names of the record's components.
record EntityType(String word, Kind kind, Class<? extends Entity> type, Set<String> attributes) {
    private static final Map<Kind, EntityType> BY_KIND = Arrays.stream(new EntityType[] {
                type("Component", Kind.COMPONENT),
                type("API", Kind.API),
                type("Resource", Kind.RESOURCE),
                type("External", Kind.EXTERNAL),
                type("System", Kind.SYSTEM),
                type("Domain", Kind.DOMAIN),
                type("Group", Kind.GROUP),
                type("User", Kind.USER),
                type("Environment", Kind.ENVIRONMENT),
                type("Deployment", Kind.DEPLOYMENT),
                type("Dependency", Kind.DEPENDENCY),
                type("Flow", Kind.FLOW),
                type("SLO", Kind.SLO),
                type("Incident", Kind.INCIDENT),
                type("Budget", Kind.BUDGET),
                type("Initiative", Kind.INITIATIVE),
                type("Control", Kind.CONTROL),
                type("Waiver", Kind.WAIVER)
            })
            .collect(Collectors.toUnmodifiableMap(EntityType::kind, type -> type));

    private static EntityType type(String word, Kind kind) {
        Class<? extends Entity> type = EntityTypes.of(kind);
        Set<String> attributes = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        return new EntityType(word, kind, type, attributes);
    }

    /// Empty for kinds that are never declared in a catalog.
    static Optional<EntityType> of(Kind kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
