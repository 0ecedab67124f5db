package dev.gatehouse.catalog;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A kind that documents declare: its word in them, its record, and the names of the record's components.
record EntityType(String word, Kind kind, Class<? extends Entity> type, Set<String> attributes) {
    private static final Map<Kind, EntityType> BY_KIND = Arrays.stream(new EntityType[] {
                type("Component", Kind.COMPONENT, Component.class),
                type("API", Kind.API, Component.class),
                type("Resource", Kind.RESOURCE, Component.class),
                type("External", Kind.EXTERNAL, Component.class),
                type("System", Kind.SYSTEM, Grouping.class),
                type("Domain", Kind.DOMAIN, Grouping.class),
                type("Group", Kind.GROUP, Grouping.class),
                type("User", Kind.USER, User.class),
                type("Environment", Kind.ENVIRONMENT, Environment.class),
                type("Deployment", Kind.DEPLOYMENT, Deployment.class),
                type("Dependency", Kind.DEPENDENCY, Dependency.class),
                type("Flow", Kind.FLOW, Flow.class),
                type("SLO", Kind.SLO, Slo.class),
                type("Incident", Kind.INCIDENT, Incident.class),
                type("Budget", Kind.BUDGET, Budget.class),
                type("Initiative", Kind.INITIATIVE, Initiative.class),
                type("Control", Kind.CONTROL, Control.class),
                type("Waiver", Kind.WAIVER, Waiver.class)
            })
            .collect(Collectors.toUnmodifiableMap(EntityType::kind, type -> type));

    private static EntityType type(String word, Kind kind, Class<? extends Entity> type) {
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
