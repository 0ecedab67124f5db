package dev.gatehouse.model.change;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One revision to named entities.
public sealed interface Operation {
    /// A version of a component in the change's environment.
    record Deploy(EntityRef component, String version) implements Operation {}

    /// A new dependency; its name is made of both ends unless given.
    record AddDependency(Dependency dependency) implements Operation {}

    /// Removes one dependency by name, or every one between two ends.
    record RemoveDependency(
            @Nullable EntityRef dependency,
            @Nullable EntityRef from,
            @Nullable EntityRef to) implements Operation {}

    record AddFlow(Flow flow) implements Operation {}

    record RemoveFlow(
            @Nullable EntityRef flow,
            @Nullable EntityRef from,
            @Nullable EntityRef to) implements Operation {}

    /// Sets attributes of an entity, by their names in its document. A null value makes the attribute unknown.
    record Set(EntityRef entity, Map<String, @Nullable Object> attributes) implements Operation {}

    /// Renames an entity, and every reference to it.
    record Rename(EntityRef entity, String to) implements Operation {}

    /// Declares an entity anew, as a whole.
    record Declare(Declaration declaration) implements Operation {}

    record Remove(EntityRef entity) implements Operation {}
}
