package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Elsewhere;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds where else than in its own environment a change takes effect, leaving out what is known to be no production.
/// A deployment stands in one environment; what is no deployment holds in all of them.
final class OtherEnvironments {
    private final ResolvedChange change;
    private final Map<EntityRef, Set<EntityRef>> own = new TreeMap<>();
    private final Set<EntityRef> shared = new TreeSet<>();

    OtherEnvironments(ResolvedChange change) {
        this.change = change;
    }

    /// Sorted by environment.
    List<Elsewhere> all() {
        Set<EntityRef> altered = new TreeSet<>(change.delta().puts().keySet());
        altered.addAll(change.delta().removes());
        altered.forEach(this::sort);
        List<Elsewhere> found = new ArrayList<>();
        for (EntityRef environment : environments()) {
            Boolean production = production(environment);
            if (!Boolean.FALSE.equals(production)) {
                add(found, environment, production, true, own.getOrDefault(environment, Set.of()));
                add(found, environment, production, false, shared);
            }
        }
        return found;
    }

    private static void add(
            List<Elsewhere> found,
            EntityRef environment,
            @Nullable Boolean production,
            boolean own,
            Set<EntityRef> altered) {
        if (!altered.isEmpty()) {
            found.add(new Elsewhere(environment, production, own, List.copyOf(altered)));
        }
    }

    private void sort(EntityRef ref) {
        Entity old = entity(change.before(), ref);
        Entity now = entity(change.after(), ref);
        if (Objects.equals(old, now)) {
            return;
        }
        List<EntityRef> places = Stream.of(old, now)
                .flatMap(either -> switch (either) {
                    case Deployment deployment -> Stream.of(deployment.environment());
                    case Environment environment -> Stream.of(environment.ref());
                    case null, default -> Stream.empty();
                })
                .toList();
        if (places.isEmpty()) {
            shared.add(ref);
        }
        places.forEach(place -> own.computeIfAbsent(place, _ -> new TreeSet<>()).add(ref));
    }

    private Set<EntityRef> environments() {
        Set<EntityRef> all = new TreeSet<>(own.keySet());
        for (Snapshot either : List.of(change.before(), change.after())) {
            either.all(Kind.ENVIRONMENT)
                    .mapToObj(either::at)
                    .filter(Objects::nonNull)
                    .forEach(declaration ->
                            all.add(Objects.requireNonNull(declaration).ref()));
        }
        all.remove(change.change().environment());
        return all;
    }

    /// As it was before the change, which cannot say for itself what it may do.
    private @Nullable Boolean production(EntityRef environment) {
        Entity old = entity(change.before(), environment);
        Entity known = old == null ? entity(change.after(), environment) : old;
        return known instanceof Environment one ? one.production() : null;
    }

    private static @Nullable Entity entity(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration == null ? null : declaration.entity();
    }
}
