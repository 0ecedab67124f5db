package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Elsewhere;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Renames;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds where else than in its own environment a change takes effect, leaving out what was known to be no production.
/// A deployment stands in one environment; what is no deployment holds in all of them. All have their names from after
/// the change.
final class OtherEnvironments {
    private static final int SHOWN = 10;
    /// What happened and what is planned runs nowhere.
    private static final Set<Kind> NOT_RUNNING = EnumSet.of(Kind.INCIDENT, Kind.INITIATIVE, Kind.CHANGE);

    private final ResolvedChange change;
    private final Renames renames;
    /// As they were before the change, which cannot say for itself what it may do.
    private final Map<EntityRef, Environment> environments = new TreeMap<>();

    private final Map<EntityRef, Set<EntityRef>> own = new TreeMap<>();
    private final Set<EntityRef> shared = new TreeSet<>();

    OtherEnvironments(ResolvedChange change) {
        this.change = change;
        this.renames = change.change().renames();
        environments(change.before()).forEach(old -> environments.put(renames.after(old.ref()), old));
        environments(change.after()).forEach(now -> environments.putIfAbsent(now.ref(), now));
    }

    private static Stream<Environment> environments(Snapshot snapshot) {
        return snapshot.all(Kind.ENVIRONMENT)
                .mapToObj(snapshot::at)
                .filter(Objects::nonNull)
                .map(declaration -> Objects.requireNonNull(declaration).entity())
                .map(Environment.class::cast);
    }

    /// Sorted by environment.
    List<Elsewhere> all() {
        List<EntityRef> others = environments.keySet().stream()
                .filter(ref -> !ref.equals(change.change().environment()) && !Boolean.FALSE.equals(production(ref)))
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        Set<EntityRef> altered = new TreeSet<>(change.delta().puts().keySet());
        altered.addAll(change.delta().removes());
        altered.forEach(this::sort);
        List<Elsewhere> found = new ArrayList<>();
        for (EntityRef other : others) {
            add(found, other, true, own.getOrDefault(other, Set.of()));
            add(found, other, false, shared);
        }
        return found;
    }

    private void add(List<Elsewhere> found, EntityRef environment, boolean isOwn, Set<EntityRef> altered) {
        if (!altered.isEmpty()) {
            found.add(new Elsewhere(
                    environment,
                    production(environment),
                    production(change.change().environment()),
                    isOwn,
                    altered.stream().limit(SHOWN).toList(),
                    altered.size()));
        }
    }

    private @Nullable Boolean production(EntityRef environment) {
        Environment known = environments.get(environment);
        return known == null ? null : known.production();
    }

    private void sort(EntityRef ref) {
        Entity old = entity(change.before(), ref);
        Entity now = entity(change.after(), ref);
        if (Objects.equals(old, now) || NOT_RUNNING.contains(ref.kind())) {
            return;
        }
        EntityRef name = now == null ? renames.after(ref) : ref;
        EntityRef was = place(old);
        EntityRef is = place(now);
        if (was == null && is == null) {
            shared.add(name);
        }
        if (was != null) {
            own(renames.after(was)).add(name);
        }
        if (is != null) {
            own(is).add(name);
        }
    }

    private Set<EntityRef> own(EntityRef environment) {
        return own.computeIfAbsent(environment, _ -> new TreeSet<>());
    }

    /// The only environment that an entity is of, or null.
    private static @Nullable EntityRef place(@Nullable Entity entity) {
        return switch (entity) {
            case Deployment deployment -> deployment.environment();
            case Environment environment -> environment.ref();
            case null, default -> null;
        };
    }

    private static @Nullable Entity entity(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration == null ? null : declaration.entity();
    }
}
