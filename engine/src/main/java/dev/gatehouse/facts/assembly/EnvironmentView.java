package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.Said;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.reliability.Slo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A snapshot as one environment sees it. For one thread at a time: it remembers whom it looked at.
final class EnvironmentView {
    private final Snapshot snapshot;
    private final EntityRef environment;
    private final @Nullable EnvironmentView below;
    private final Set<EntityRef> restated;
    private final boolean allComplete;
    private final Map<Integer, EffectiveComponent> components = new HashMap<>();
    private final Map<EntityRef, Origin> origins = new HashMap<>();

    EnvironmentView(Snapshot snapshot, EntityRef environment) {
        this(snapshot, environment, null, Set.of());
    }

    /// A view of a snapshot that is laid over that of another view.
    ///
    /// @param restated what may look otherwise than there
    EnvironmentView(Snapshot snapshot, EnvironmentView below, Set<EntityRef> restated) {
        this(snapshot, below.environment, below, restated);
    }

    private EnvironmentView(
            Snapshot snapshot, EntityRef environment, @Nullable EnvironmentView below, Set<EntityRef> restated) {
        this.snapshot = snapshot;
        this.environment = environment;
        this.below = below;
        this.restated = restated;
        this.allComplete = snapshot.readings().values().stream().allMatch(Reading::complete);
    }

    /// The view that sees the entity as this one does, or null.
    private @Nullable EnvironmentView alike(EntityRef ref) {
        return restated.contains(ref) ? null : below;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    EntityRef environment() {
        return environment;
    }

    /// The entities that refer to one by a relation, sorted by name.
    <T extends Entity> List<T> referring(int target, Relation relation, Class<T> type) {
        List<T> found = new ArrayList<>();
        snapshot.forEachSource(target, relation, source -> {
            Declaration declaration = snapshot.at(source);
            if (declaration != null && type.isInstance(declaration.entity())) {
                found.add(type.cast(declaration.entity()));
            }
        });
        found.sort(Comparator.comparing(Entity::ref));
        return found;
    }

    /// The entity with that number, when it is of that type.
    <T extends Entity> @Nullable T entity(int number, Class<T> type) {
        Declaration declaration = number < 0 ? null : snapshot.at(number);
        return declaration != null && type.isInstance(declaration.entity()) ? type.cast(declaration.entity()) : null;
    }

    /// The connectable entity with that number, as it is in the environment.
    EffectiveComponent component(int number) {
        return components.computeIfAbsent(number, this::compose);
    }

    private EffectiveComponent compose(int number) {
        Declaration declaration = Objects.requireNonNull(snapshot.at(number));
        EnvironmentView alike = alike(declaration.ref());
        return alike == null ? new EffectiveComponent(snapshot, number, environment) : alike.component(number);
    }

    /// The connectable entity in brief; null where it is not there.
    @Nullable
    Brief brief(EntityRef ref) {
        int number = snapshot.indexOf(ref);
        return entity(number, Component.class) == null
                ? null
                : component(number).brief();
    }

    /// Who says what of an entity; null where it is not there.
    @Nullable
    Origin origin(EntityRef ref) {
        EnvironmentView alike = alike(ref);
        return alike == null ? origins.computeIfAbsent(ref, this::trace) : alike.origin(ref);
    }

    private @Nullable Origin trace(EntityRef ref) {
        int number = snapshot.indexOf(ref);
        Declaration declaration = number < 0 ? null : snapshot.at(number);
        if (declaration == null) {
            return null;
        }
        Map<String, Provenance> said = declaration.altered();
        if (declaration.entity() instanceof Component) {
            said = component(number).said();
        } else if (ref.kind() == Kind.GROUP) {
            said = new TreeMap<>(said);
            budget(number).addTo(said, "budget");
        }
        return new Origin(declaration.provenance(), Said.together(said));
    }

    /// Whether the source that an entity was declared in was read completely the last time.
    boolean isComplete(EntityRef ref) {
        Declaration declaration = allComplete ? null : snapshot.find(ref);
        Reading reading = declaration == null
                ? null
                : snapshot.readings().get(declaration.provenance().source());
        return reading == null || reading.complete();
    }

    /// Whether every source was read completely the last time.
    boolean allComplete() {
        return allComplete;
    }

    /// A part of a sheet.
    ///
    /// @param ownComplete whether the source that would have declared it was read completely
    Part part(List<? extends Fact> facts, boolean ownComplete) {
        boolean complete = ownComplete && (allComplete || facts.stream().allMatch(fact -> isComplete(fact.ref())));
        return new Part(List.copyOf(facts), complete);
    }

    /// Whether a component promises anything of that sort.
    boolean promises(int component, Slo.Indicator indicator) {
        boolean[] found = {false};
        snapshot.forEachSource(component, Relation.SLO_OF, source -> {
            Slo slo = entity(source, Slo.class);
            found[0] |= slo != null && slo.indicator() == indicator;
        });
        return found[0];
    }

    /// What the group with that number may spend, the first by name; null where no budget was set.
    Stated<Budget> budget(int group) {
        Budget budget = group < 0
                ? null
                : referring(group, Relation.BUDGET_OF, Budget.class).stream()
                        .findFirst()
                        .orElse(null);
        return budget == null
                ? new Stated<>(null, null)
                : new Stated<>(
                        budget,
                        Objects.requireNonNull(snapshot.find(budget.ref())).said("monthly"));
    }

    /// Numbers of the components that an entity gathers by a relation.
    List<Integer> gathered(int number, Relation relation) {
        List<Integer> members = new ArrayList<>();
        snapshot.forEachSource(number, relation, source -> {
            if (entity(source, Component.class) != null) {
                members.add(source);
            }
        });
        return members;
    }
}
