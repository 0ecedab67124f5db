package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.reliability.Slo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A large architecture out of a seed, for benchmarks and for properties. Systems of fifty components, in layers: two
/// thirds of the dependencies point to lower layers of the same system, nearly all others to platforms, one component
/// in two hundred, a few of which are needed by very many (power law). One dependency in a thousand points anywhere, so
/// that hard dependencies are nearly free of circles. One team for twenty components; every third component promises
/// an availability, every second one carries personal data on.
///
/// @param components how many components
/// @param dependencies of each component
/// @param seed the same seed gives the same architecture
public record RandomArchitecture(int components, int dependencies, long seed) {
    private static final int SYSTEM = 50;
    private static final String[] REGIONS = {"eu-west-1", "eu-central-1", "us-east-1"};

    public List<Declaration> declarations() {
        Random random = new Random(seed);
        List<Declaration> all = new ArrayList<>();
        for (int team = 0; team <= components / 20; team++) {
            add(all, new Grouping(EntityRef.of(Kind.GROUP, "team-" + team), null, null, null));
        }
        for (int i = 0; i < components; i++) {
            component(all, random, i);
        }
        return all;
    }

    public Snapshot snapshot() {
        return Snapshot.of(declarations(), Map.of());
    }

    public static EntityRef ref(int component) {
        return EntityRef.of(Kind.COMPONENT, "service-" + component);
    }

    private void component(List<Declaration> all, Random random, int i) {
        Component plain = Sketch.component(ref(i).name());
        add(
                all,
                Records.with(
                        plain,
                        Map.of(
                                "owner",
                                EntityRef.of(Kind.GROUP, "team-" + i / 20),
                                "tier",
                                1 + random.nextInt(4),
                                "region",
                                REGIONS[random.nextInt(REGIONS.length)],
                                "latency",
                                Duration.ofMillis(1 + random.nextInt(50)),
                                "replicas",
                                1 + random.nextInt(5),
                                "dataClassification",
                                random.nextInt(20) == 0 ? Set.of("personal") : Set.of())));
        if (i % 3 == 0) {
            add(
                    all,
                    new Slo(
                            EntityRef.of(Kind.SLO, ref(i).name() + "-availability"),
                            ref(i),
                            Slo.Indicator.AVAILABILITY,
                            1 - Math.pow(10, -1 - random.nextInt(4)),
                            Duration.ofDays(30),
                            null,
                            null,
                            null));
        }
        for (int nth = 0; nth < dependencies && components > 1; nth++) {
            edge(all, random, i, nth);
        }
    }

    private int target(Random random, int i) {
        int kind = random.nextInt(1000);
        int system = i / SYSTEM * SYSTEM;
        if (kind == 0) {
            return random.nextInt(components);
        }
        if (kind < 667 && i > system) {
            return system + random.nextInt(i - system);
        }
        int platforms = Math.min(1 + components / 200, Math.max(1, i));
        return (int) (Math.pow(random.nextDouble(), 3) * platforms);
    }

    private void edge(List<Declaration> all, Random random, int i, int nth) {
        int to = target(random, i);
        if (to == i) {
            return;
        }
        Criticality criticality = switch (random.nextInt(10)) {
            case 0, 1, 2 -> Criticality.HARD;
            case 3 -> null;
            default -> Criticality.SOFT;
        };
        Dependency plain = Sketch.dependency(ref(i).name(), ref(to).name(), criticality);
        EntityRef ref = EntityRef.of(Kind.DEPENDENCY, plain.ref().name() + "-" + nth);
        add(
                all,
                Records.with(
                        plain,
                        Map.of(
                                "ref",
                                ref,
                                "protocol",
                                random.nextInt(4) == 0 ? "kafka" : "http",
                                "retries",
                                random.nextInt(3))));
        if (nth == 0) {
            Set<String> carries = i % 2 == 0 ? Set.of("personal") : Set.of();
            add(
                    all,
                    new Flow(
                            EntityRef.of(Kind.FLOW, ref.name()),
                            ref(i),
                            ref(to),
                            carries,
                            "http",
                            null,
                            Set.of("encrypted")));
        }
    }

    private static void add(List<Declaration> all, Entity entity) {
        all.add(Sketch.declared(entity));
    }
}
