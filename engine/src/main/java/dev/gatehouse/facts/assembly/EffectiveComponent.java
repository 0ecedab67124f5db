package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.reliability.Slo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A component as it is in one environment, attribute by attribute: what its deployment there says wins over what it
/// says itself, and its SLOs say what it promises. The one place that knows the values and who says them. For one
/// thread at a time: it remembers its brief.
final class EffectiveComponent {
    private final Declaration declaration;
    private final Component component;
    private final @Nullable Declaration deployed;
    private final @Nullable Deployment deployment;
    private final List<Declaration> slos;
    private @Nullable Brief brief;

    /// @param number of an entity that is a component
    EffectiveComponent(Snapshot snapshot, int number, EntityRef environment) {
        this.declaration = Objects.requireNonNull(snapshot.at(number));
        this.component = (Component) declaration.entity();
        this.deployed = snapshot.deployment(number, environment);
        this.deployment = deployed == null ? null : (Deployment) deployed.entity();
        this.slos = slos(snapshot, number);
    }

    /// Sorted by name.
    private static List<Declaration> slos(Snapshot snapshot, int number) {
        List<Declaration> slos = new ArrayList<>();
        snapshot.forEachSource(
                number, Relation.SLO_OF, source -> slos.add(Objects.requireNonNull(snapshot.at(source))));
        slos.sort(Comparator.comparing(Declaration::ref));
        return slos;
    }

    Subject subject() {
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
                deployed != null,
                version().value(),
                replicas().value(),
                zones().value(),
                region().value(),
                component.url(),
                component.runtime(),
                component.rto(),
                component.rpo(),
                component.latency(),
                monthlyCost().value(),
                monthlyCarbon().value(),
                component.properties());
    }

    Brief brief() {
        if (brief == null) {
            Slo promised = promised().value();
            brief = new Brief(
                    component.ref(),
                    component.type(),
                    component.tier(),
                    component.owner(),
                    component.system(),
                    component.lifecycle(),
                    region().value(),
                    component.clearedFor(),
                    promised == null ? null : promised.objective());
        }
        return brief;
    }

    /// Who says what its own declaration does not say, by the names under which findings cite it; sorted.
    Map<String, Provenance> said() {
        Map<String, Provenance> said = new TreeMap<>(declaration.altered());
        version().addTo(said, "version");
        replicas().addTo(said, "replicas");
        zones().addTo(said, "zones");
        region().addTo(said, "region");
        monthlyCost().addTo(said, "monthlyCost");
        monthlyCarbon().addTo(said, "monthlyCarbon");
        promised().addTo(said, "availability objective");
        tightest().addTo(said, "budgetRemaining");
        return said;
    }

    /// The SLO with the lowest objective of its availability, the first by name, or null.
    Stated<Slo> promised() {
        return least("objective", slo -> slo.indicator() == Slo.Indicator.AVAILABILITY ? slo.objective() : null);
    }

    /// The SLO of whose error budget least is left, the first by name; null where nothing was measured.
    Stated<Slo> tightest() {
        return least("budgetRemaining", Slo::budgetRemaining);
    }

    /// @param word by which an SLO's document says what is measured
    private Stated<Slo> least(String word, Function<Slo, @Nullable Double> measure) {
        Declaration least = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (Declaration slo : slos) {
            Double value = measure.apply((Slo) slo.entity());
            if (value != null && Double.compare(value, lowest) < 0) {
                least = slo;
                lowest = value;
            }
        }
        return least == null ? new Stated<>(null, null) : new Stated<>((Slo) least.entity(), least.said(word));
    }

    private Stated<String> version() {
        return either(Deployment::version, "version", null);
    }

    /// Where a deployment only says where its replicas stand, they are counted.
    private Stated<Integer> replicas() {
        boolean counted = deployment != null
                && deployment.replicas() == null
                && !deployment.placements().isEmpty();
        return counted
                ? either(EffectiveComponent::placedReplicas, "placements", component.replicas())
                : either(Deployment::replicas, "replicas", component.replicas());
    }

    private Stated<Integer> zones() {
        return either(Deployment::zones, "placements", component.zones());
    }

    private Stated<String> region() {
        return either(Deployment::region, "region", component.region());
    }

    private Stated<BigDecimal> monthlyCost() {
        return either(Deployment::monthlyCost, "monthlyCost", component.monthlyCost());
    }

    private Stated<BigDecimal> monthlyCarbon() {
        return either(Deployment::monthlyCarbon, "monthlyCarbon", component.monthlyCarbon());
    }

    private static @Nullable Integer placedReplicas(Deployment deployment) {
        return deployment.placements().stream()
                .mapToInt(Deployment.Placement::replicas)
                .sum();
    }

    /// What the deployment leaves open the component says. Where neither says it, a change may have taken it away.
    ///
    /// @param word by which a deployment's document says it
    private <T> Stated<T> either(Function<Deployment, @Nullable T> there, String word, @Nullable T otherwise) {
        if (deployed == null || deployment == null) {
            return new Stated<>(otherwise, null);
        }
        T value = there.apply(deployment);
        boolean takenAway = otherwise == null && deployed.altered().containsKey(word);
        return value != null || takenAway ? new Stated<>(value, deployed.said(word)) : new Stated<>(otherwise, null);
    }
}
