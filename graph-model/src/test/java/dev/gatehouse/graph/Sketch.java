package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.reliability.Slo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A small architecture for a test, in words. What is mentioned exists; names are those of components, with the kind
/// before them where it is another one.
public final class Sketch {
    private static final Provenance HERE = new Provenance("test", null, 0, false);

    private final Map<EntityRef, Entity> entities = new TreeMap<>();

    private Sketch() {}

    public static Sketch sketch() {
        return new Sketch();
    }

    public static EntityRef ref(String name) {
        return EntityRef.parse(name, Kind.COMPONENT);
    }

    public static Declaration declared(Entity entity) {
        return new Declaration(entity, HERE);
    }

    /// A component of which only the name is known.
    public static Component component(String name) {
        return new Component(
                ref(name), null, null, null, null, null, null, Set.of(), Set.of(), Map.of(), Set.of(), null, null, null,
                null, null, null, null, null, null, null, Set.of(), Map.of());
    }

    /// A dependency named after both ends.
    public static Dependency dependency(String from, String to, @Nullable Criticality criticality) {
        EntityRef ref = EntityRef.of(Kind.DEPENDENCY, ref(from).name() + "-to-" + ref(to).name());
        return new Dependency(
                ref,
                ref(from),
                ref(to),
                criticality,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null);
    }

    public Sketch with(Entity entity) {
        entities.put(entity.ref(), entity);
        return this;
    }

    /// Attributes of a component by their names.
    public Sketch component(String name, Map<String, Object> attributes) {
        Entity known = entities.getOrDefault(ref(name), component(name));
        return with(Records.with(known, attributes));
    }

    public Sketch hard(String from, String... targets) {
        return depends(Criticality.HARD, from, targets, UnaryOperator.identity());
    }

    public Sketch soft(String from, String... targets) {
        return depends(Criticality.SOFT, from, targets, UnaryOperator.identity());
    }

    /// Nobody said how much it matters.
    public Sketch vague(String from, String... targets) {
        return depends(null, from, targets, UnaryOperator.identity());
    }

    public Sketch observed(String from, String to) {
        return depends(
                Criticality.HARD,
                from,
                new String[] {to},
                one -> Records.with(one, Map.of("observedAt", Instant.EPOCH)));
    }

    /// Hard dependencies that are alternatives to each other.
    public Sketch anyOf(String from, String group, String... targets) {
        return depends(Criticality.HARD, from, targets, one -> Records.with(one, Map.of("anyOf", group)));
    }

    /// A hard dependency with attributes.
    public Sketch hard(String from, String to, Map<String, Object> attributes) {
        return depends(Criticality.HARD, from, new String[] {to}, one -> Records.with(one, attributes));
    }

    private Sketch depends(
            @Nullable Criticality criticality, String from, String[] targets, UnaryOperator<Dependency> more) {
        for (String to : targets) {
            mention(from);
            mention(to);
            with(more.apply(dependency(from, to, criticality)));
        }
        return this;
    }

    /// A flow named after both ends.
    public Sketch flow(String from, String to, Set<String> carries, String... tags) {
        mention(from);
        mention(to);
        EntityRef ref = EntityRef.of(Kind.FLOW, ref(from).name() + "-to-" + ref(to).name());
        return with(new Flow(ref, ref(from), ref(to), carries, null, null, Set.of(tags)));
    }

    /// A promise of availability.
    public Sketch promises(String name, double objective) {
        mention(name);
        EntityRef ref = EntityRef.of(Kind.SLO, ref(name).name() + "-availability-" + objective);
        return with(
                new Slo(ref, ref(name), Slo.Indicator.AVAILABILITY, objective, Duration.ofDays(30), null, null, null));
    }

    /// A promise to answer within a time.
    public Sketch answersWithin(String name, Duration threshold) {
        mention(name);
        EntityRef ref = EntityRef.of(Kind.SLO, ref(name).name() + "-latency");
        return with(new Slo(ref, ref(name), Slo.Indicator.LATENCY, 0.99, Duration.ofDays(30), threshold, null, null));
    }

    public Sketch environment(String name, @Nullable String region) {
        return with(new Environment(EntityRef.of(Kind.ENVIRONMENT, name), null, null, region, List.of()));
    }

    public Sketch deployed(String name, String environment, @Nullable String region) {
        mention(name);
        return with(new Deployment(
                EntityRef.of(Kind.DEPLOYMENT, name + "-" + environment),
                ref(name),
                EntityRef.of(Kind.ENVIRONMENT, environment),
                null,
                null,
                List.of(),
                region,
                null,
                null));
    }

    private void mention(String name) {
        entities.computeIfAbsent(ref(name), _ -> component(name));
    }

    public List<Declaration> declarations() {
        return entities.values().stream().map(Sketch::declared).toList();
    }

    public Snapshot snapshot() {
        return Snapshot.of(declarations(), Map.of());
    }
}
