package dev.gatehouse.facts.change;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for what a change does to other environments than the one that it is judged in, since nobody would judge it
/// there: by a change made in staging nothing may be deployed to production. Where it is known that an environment is
/// not production, what runs there may change along.
///
/// @param causes JSON pointers to the operations that put or removed an entity
record OtherEnvironments(
        Change change,
        Snapshot before,
        Snapshot after,
        Delta delta,
        Map<EntityRef, String> causes,
        ChangeDiagnostics mistakes) {
    void find() {
        Set<EntityRef> altered = new TreeSet<>(delta.puts().keySet());
        altered.addAll(delta.removes());
        Set<EntityRef> stood = new HashSet<>();
        delta.removes().forEach(old -> stood.add(change.renamed(old)));
        altered.stream().filter(ref -> ref.kind() == Kind.DEPLOYMENT).forEach(ref -> check(ref, stood));
    }

    /// @param stood what stands under a new name, beside what is gone
    private void check(EntityRef ref, Set<EntityRef> stood) {
        Deployment old = deployment(before, ref);
        Deployment now = deployment(after, change.renamed(ref));
        boolean altered = old == null
                ? now != null && !stood.contains(now.ref())
                : !asRenamed(old).equals(now);
        if (altered) {
            Stream.of(Optional.ofNullable(old), Optional.ofNullable(now))
                    .flatMap(Optional::stream)
                    .map(Deployment::environment)
                    .distinct()
                    .filter(environment -> !environment.equals(change.environment()) && mayBeProduction(environment))
                    .forEach(environment -> refuse(ref, environment));
        }
    }

    /// As it would be if the change did nothing but rename what it belongs to.
    private Deployment asRenamed(Deployment old) {
        return new Deployment(
                change.renamed(old.ref()),
                change.renamed(old.component()),
                change.renamed(old.environment()),
                old.version(),
                old.replicas(),
                old.placements(),
                old.region(),
                old.monthlyCost(),
                old.monthlyCarbon());
    }

    private void refuse(EntityRef deployment, EntityRef environment) {
        mistakes.add(
                causes.getOrDefault(deployment, ""),
                "'" + deployment + "' stands in '" + environment + "', and the change is judged in '"
                        + change.environment() + "'",
                "make it in a change whose environment is " + environment.name()
                        + ", or declare that one with production: false");
    }

    /// As it was before the change, which cannot say for itself what it may do.
    private boolean mayBeProduction(EntityRef environment) {
        Declaration declaration = before.find(environment);
        if (declaration == null) {
            declaration = after.find(environment);
        }
        return declaration == null
                || !(declaration.entity() instanceof Environment known && Boolean.FALSE.equals(known.production()));
    }

    private static @Nullable Deployment deployment(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration != null && declaration.entity() instanceof Deployment deployment ? deployment : null;
    }
}
