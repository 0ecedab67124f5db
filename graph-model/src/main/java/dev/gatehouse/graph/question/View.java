package dev.gatehouse.graph.question;

import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An architecture as it is in one environment, seen from one start.
///
/// @param environment its number, -1 for none
/// @param from the start's number, -1 where it is not settled: then what is compared with it is unknown
record View(Snapshot snapshot, int environment, int from) {
    static View of(Snapshot snapshot, @Nullable EntityRef environment, int from) {
        return new View(snapshot, environment == null ? -1 : snapshot.indexOf(environment), from);
    }

    Entity entity(int number) {
        return Objects.requireNonNull(snapshot.at(number)).entity();
    }

    EntityRef ref(int number) {
        return entity(number).ref();
    }

    /// The hop over an edge that was walked from one node to another, with or against its direction.
    Hop hop(int walkedFrom, int edge, int walkedTo, boolean downstream) {
        return downstream ? Hop.of(snapshot, walkedFrom, edge, walkedTo) : Hop.of(snapshot, walkedTo, edge, walkedFrom);
    }

    /// The deployment of a component in the environment, or null.
    @Nullable
    Deployment deployment(int component) {
        Declaration found = environment < 0 ? null : snapshot.deployment(component, ref(environment));
        return found == null ? null : (Deployment) found.entity();
    }

    /// Where the environment is, or null.
    @Nullable
    String environmentRegion() {
        Declaration declaration = environment < 0 ? null : snapshot.at(environment);
        return declaration != null && declaration.entity() instanceof Environment here ? here.region() : null;
    }
}
