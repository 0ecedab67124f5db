package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.Said;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.reliability.Slo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A snapshot as one environment sees it: what a deployment says there wins over what its component says. For one
/// thread at a time: it remembers whom it drew in brief.
final class View {
    private final Snapshot snapshot;
    private final EntityRef environment;
    private final boolean allComplete;
    private final Map<Integer, Brief> briefs = new HashMap<>();
    private final Map<EntityRef, List<Said>> said = new HashMap<>();

    View(Snapshot snapshot, EntityRef environment) {
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

    /// The component's deployment in the environment, the first by name, or null.
    @Nullable
    Deployment deployment(int component) {
        @Nullable Deployment[] found = {null};
        snapshot.forEachSource(component, Relation.DEPLOYMENT_OF, source -> {
            Deployment other = entity(source, Deployment.class);
            if (other != null
                    && other.environment().equals(environment)
                    && (found[0] == null || other.ref().compareTo(found[0].ref()) < 0)) {
                found[0] = other;
            }
        });
        return found[0];
    }

    Subject subject(Component component, @Nullable Deployment deployment) {
        Deployment there = deployment == null ? nowhere(component) : deployment;
        return new Subject(
                component.ref(),
                component.type(),
                component.lifecycle(),
                component.owner(),
                component.system(),
                component.tier(),
                component.dataClassification(),
                component.clearedFor(),
                component.roles(),
                component.tags(),
                deployment != null,
                there.version(),
                replicas(component, there),
                zones(component, there),
                first(there.region(), component.region()),
                component.url(),
                component.runtime(),
                component.rto(),
                component.rpo(),
                component.latency(),
                first(there.monthlyCost(), component.monthlyCost()),
                first(there.monthlyCarbon(), component.monthlyCarbon()),
                component.properties());
    }

    private Deployment nowhere(Component component) {
        return new Deployment(component.ref(), component.ref(), environment, null, null, List.of(), null, null, null);
    }

    private static @Nullable Integer replicas(Component component, Deployment deployment) {
        if (deployment.replicas() != null || deployment.placements().isEmpty()) {
            return first(deployment.replicas(), component.replicas());
        }
        return deployment.placements().stream()
                .mapToInt(Deployment.Placement::replicas)
                .sum();
    }

    private static @Nullable Integer zones(Component component, Deployment deployment) {
        if (deployment.placements().isEmpty()) {
            return component.zones();
        }
        return (int) deployment.placements().stream()
                .filter(placement -> placement.replicas() > 0)
                .map(Deployment.Placement::zone)
                .distinct()
                .count();
    }

    private static <T> @Nullable T first(@Nullable T there, @Nullable T otherwise) {
        return there != null ? there : otherwise;
    }

    /// The connectable entity with that number, in brief.
    Brief brief(int number) {
        return briefs.computeIfAbsent(number, this::draw);
    }

    private Brief draw(int number) {
        Component component = Objects.requireNonNull(entity(number, Component.class), "edges end at components");
        Deployment deployment = deployment(number);
        return new Brief(
                component.ref(),
                component.type(),
                component.tier(),
                component.owner(),
                component.system(),
                component.lifecycle(),
                deployment != null && deployment.region() != null ? deployment.region() : component.region(),
                component.clearedFor(),
                availability(number));
    }

    private @Nullable Double availability(int number) {
        Slo promised = promised(number);
        return promised == null ? null : promised.objective();
    }

    /// The SLO with the lowest objective of a component's availability, the first by name, or null.
    @Nullable
    Slo promised(int component) {
        return least(component, slo -> slo.indicator() == Slo.Indicator.AVAILABILITY ? slo.objective() : null);
    }

    /// The SLO of a component of whose error budget least is left, the first by name; null where nothing was measured.
    @Nullable
    Slo tightest(int component) {
        return least(component, Slo::budgetRemaining);
    }

    private @Nullable Slo least(int component, Function<Slo, @Nullable Double> measure) {
        @Nullable Slo[] least = {null};
        snapshot.forEachSource(component, Relation.SLO_OF, source -> {
            Slo slo = entity(source, Slo.class);
            Double value = slo == null ? null : measure.apply(slo);
            if (slo != null && value != null && (least[0] == null || isBelow(slo, least[0], measure))) {
                least[0] = slo;
            }
        });
        return least[0];
    }

    private static boolean isBelow(Slo slo, Slo other, Function<Slo, @Nullable Double> measure) {
        int compared = Double.compare(
                Objects.requireNonNull(measure.apply(slo)), Objects.requireNonNull(measure.apply(other)));
        return compared < 0 || (compared == 0 && slo.ref().compareTo(other.ref()) < 0);
    }

    /// Where an entity was declared, or null.
    @Nullable
    Provenance provenance(EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration == null ? null : declaration.provenance();
    }

    /// What the declaration of an entity does not say of it itself.
    List<Said> said(EntityRef ref) {
        return said.computeIfAbsent(ref, _ -> Sayings.of(this, ref));
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
    @Nullable
    Budget budget(int group) {
        return group < 0
                ? null
                : referring(group, Relation.BUDGET_OF, Budget.class).stream()
                        .findFirst()
                        .orElse(null);
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
