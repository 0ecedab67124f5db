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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A snapshot as one environment sees it. For one thread at a time: it remembers whom it looked at.
final class EnvironmentView {
    private final Snapshot snapshot;
    private final EntityRef environment;
    private final boolean allComplete;
    private final Map<Integer, EffectiveComponent> components = new HashMap<>();
    private final Map<EntityRef, List<Said>> said = new HashMap<>();

    EnvironmentView(Snapshot snapshot, EntityRef environment) {
        this.snapshot = snapshot;
        this.environment = environment;
        this.allComplete = snapshot.readings().values().stream().allMatch(Reading::complete);
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
        return components.computeIfAbsent(number, _ -> new EffectiveComponent(snapshot, number, environment));
    }

    /// The connectable entity in brief; null where it is not there.
    @Nullable
    Brief brief(EntityRef ref) {
        int number = snapshot.indexOf(ref);
        return entity(number, Component.class) == null
                ? null
                : component(number).brief();
    }

    /// Where an entity was declared, or null.
    @Nullable
    Provenance provenance(EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration == null ? null : declaration.provenance();
    }

    /// What the declaration of an entity does not say of it itself.
    List<Said> said(EntityRef ref) {
        return said.computeIfAbsent(ref, this::gather);
    }

    private List<Said> gather(EntityRef ref) {
        int number = snapshot.indexOf(ref);
        Declaration declaration = number < 0 ? null : snapshot.at(number);
        if (declaration == null) {
            return List.of();
        }
        if (declaration.entity() instanceof Component) {
            return Said.together(component(number).said());
        }
        Map<String, Provenance> said = new TreeMap<>(declaration.altered());
        Provenance budget = ref.kind() == Kind.GROUP ? budget(number).by() : null;
        if (budget != null) {
            said.put("budget", budget);
        }
        return Said.together(said);
    }

    /// Whether the source that something was declared in was read completely the last time.
    boolean complete(@Nullable Provenance provenance) {
        if (allComplete) {
            return true;
        }
        Reading reading = provenance == null ? null : snapshot.readings().get(provenance.source());
        return reading == null || reading.complete();
    }

    /// Whether the source that an entity was declared in was read completely the last time.
    boolean isComplete(EntityRef ref) {
        return complete(provenance(ref));
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

    /// Numbers of the components that an entity gathers by a relation, sorted by name.
    List<Integer> gathered(int number, Relation relation) {
        List<Integer> members = new ArrayList<>();
        snapshot.forEachSource(number, relation, source -> {
            if (entity(source, Component.class) != null) {
                members.add(source);
            }
        });
        Collections.sort(members);
        return members;
    }
}
