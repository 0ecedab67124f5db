package dev.gatehouse.rest.description;

import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.RegisteredChange;
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
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The schemas of what is one of several records.
final class Variants {
    /// What [Json][dev.gatehouse.document.Json] reads as an entity.
    private static final List<Class<?>> ENTITIES = List.of(
            Component.class,
            Grouping.class,
            User.class,
            Environment.class,
            Deployment.class,
            Dependency.class,
            Flow.class,
            Slo.class,
            Incident.class,
            Budget.class,
            Initiative.class,
            Control.class,
            Waiver.class,
            RegisteredChange.class);

    private Variants() {}

    /// Told apart by the kind in its `ref`; the records overlap, so one or more of them fit.
    static Schema<?> entity(Function<Class<?>, Schema<?>> schema) {
        Schema<Object> any = new JsonSchema();
        any.setDescription("An entity; the kind in its ref tells which record it is");
        ENTITIES.forEach(type -> any.addAnyOfItem(schema.apply(type)));
        return any;
    }

    /// Told apart by the one key around it.
    static Schema<?> operation(Function<Class<?>, Schema<?>> schema) {
        Schema<Object> one = new JsonSchema();
        one.setDescription("A revision to named entities, under the one key that says which");
        Stream.of(Operation.class.getPermittedSubclasses()).forEach(type -> {
            String name = type.getSimpleName();
            String key = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            Schema<Object> wrapped = new JsonSchema();
            wrapped.setTypes(Set.of("object"));
            wrapped.addProperty(key, schema.apply(type));
            wrapped.addRequiredItem(key);
            one.addOneOfItem(wrapped);
        });
        return one;
    }
}
