package dev.gatehouse.shipped;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.RandomArchitecture;
import dev.gatehouse.graph.Sketch;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// An architecture in production, and changes to it.
public final class Fleet {
    static final int DEPENDENCIES = 10;

    private static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");

    private final int components;
    private final Snapshot snapshot;
    private final EntityRef hub;

    Fleet(int components) {
        this.components = components;
        List<Declaration> all = new ArrayList<>(new RandomArchitecture(components, DEPENDENCIES, 1).declarations());
        all.add(Sketch.declared(new Environment(PRODUCTION, null, true, "eu-west-1", List.of())));
        for (int i = 0; i < components; i++) {
            all.add(Sketch.declared(deployment(i)));
        }
        this.snapshot = Snapshot.of(all, Map.of());
        this.hub = hub(snapshot, components);
    }

    private static Deployment deployment(int i) {
        EntityRef component = RandomArchitecture.ref(i);
        return new Deployment(
                EntityRef.of(Kind.DEPLOYMENT, component.name() + "-production"),
                component,
                PRODUCTION,
                "1.0.0",
                1 + i % 5,
                List.of(),
                null,
                BigDecimal.valueOf(100),
                BigDecimal.ONE);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /// A change of a sort, to a component chosen at random or to the one that most need; another one for each number.
    Change change(Sort sort, int nth) {
        Random random = new Random(nth);
        EntityRef component = sort.isHub ? hub : RandomArchitecture.ref(random.nextInt(components));
        EntityRef other = RandomArchitecture.ref(random.nextInt(components));
        return new Change(
                EntityRef.of(Kind.CHANGE, "change-" + nth),
                "A change",
                PRODUCTION,
                EntityRef.of(Kind.GROUP, "team-0"),
                null,
                null,
                List.of(operation(sort, component, other, nth)),
                List.of());
    }

    private static Operation operation(Sort sort, EntityRef component, EntityRef other, int nth) {
        return switch (sort) {
            case DEPLOY, HUB_DEPLOY -> new Operation.Deploy(component, "2." + nth + ".0");
            case ADD_DEPENDENCY ->
                new Operation.AddDependency(Sketch.dependency(
                        component.name(), other.name(), nth % 10 < 3 ? Criticality.HARD : Criticality.SOFT));
            case SET_REPLICAS -> new Operation.Set(component, Map.of("replicas", 6 + nth));
            case HUB_TIER -> new Operation.Set(component, Map.of("tier", 1 + nth % 2 * 3));
        };
    }

    /// The one that most need.
    EntityRef hub() {
        return hub;
    }

    private static EntityRef hub(Snapshot snapshot, int components) {
        return IntStream.range(0, components)
                .mapToObj(RandomArchitecture::ref)
                .max(Comparator.comparingInt(
                        ref -> snapshot.edges(EdgeKind.DEPENDENCY).inDegree(snapshot.indexOf(ref))))
                .orElseThrow();
    }

    /// What a change does.
    public enum Sort {
        DEPLOY(false),
        ADD_DEPENDENCY(false),
        SET_REPLICAS(false),
        /// A new version of the component that most need: a large blast radius.
        HUB_DEPLOY(true),
        /// Another tier for it: everybody who needs it sees another neighbour, so each of their sheets is judged.
        HUB_TIER(true);

        private final boolean isHub;

        Sort(boolean isHub) {
            this.isHub = isHub;
        }

        boolean isHub() {
            return isHub;
        }
    }
}
