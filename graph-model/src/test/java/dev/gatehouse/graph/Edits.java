package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.reliability.Slo;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Random differences among few entities, so that they meet often: edges whose ends are missing, components that come
/// back, alternatives, observed edges, promises.
public final class Edits {
    private static final int NAMES = 9;

    private Edits() {}

    /// A difference to what is there now.
    public static Delta random(Random random, Map<EntityRef, Declaration> now) {
        Map<EntityRef, Declaration> puts = new TreeMap<>();
        for (int i = random.nextInt(1, 25); i > 0; i--) {
            Declaration put = Sketch.declared(entity(random));
            puts.put(put.ref(), put);
        }
        Set<EntityRef> removes = new HashSet<>();
        now.keySet().stream()
                .filter(ref -> random.nextInt(8) == 0 && !puts.containsKey(ref))
                .forEach(removes::add);
        return new Delta(puts, removes);
    }

    private static Entity entity(Random random) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> component(random);
            case 3 -> new Grouping(EntityRef.of(Kind.GROUP, "g" + random.nextInt(2)), null, null, null);
            case 4 ->
                new Slo(
                        EntityRef.of(Kind.SLO, "s" + random.nextInt(NAMES)),
                        name(random),
                        random.nextBoolean() ? Slo.Indicator.AVAILABILITY : Slo.Indicator.LATENCY,
                        0.9,
                        Duration.ofDays(1),
                        Duration.ofMillis(random.nextInt(100)),
                        null,
                        null);
            case 5, 6 ->
                new Flow(
                        EntityRef.of(Kind.FLOW, "f" + random.nextInt(2 * NAMES)),
                        name(random),
                        name(random),
                        random.nextBoolean() ? Set.of("personal") : Set.of(),
                        null,
                        null,
                        random.nextInt(4) == 0 ? Set.of("anonymised") : Set.of());
            case 7 ->
                new Deployment(
                        EntityRef.of(Kind.DEPLOYMENT, "d" + random.nextInt(NAMES)),
                        name(random),
                        EntityRef.of(Kind.ENVIRONMENT, "production"),
                        null,
                        null,
                        List.of(),
                        random.nextBoolean() ? "eu" : "us",
                        null,
                        null);
            default -> dependency(random);
        };
    }

    private static Component component(Random random) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("owner", EntityRef.of(Kind.GROUP, "g" + random.nextInt(2)));
        attributes.put("latency", random.nextInt(5) == 0 ? null : Duration.ofMillis(random.nextInt(100)));
        attributes.put("region", random.nextInt(5) == 0 ? null : random.nextBoolean() ? "eu" : "us");
        attributes.put("dataClassification", random.nextInt(3) == 0 ? Set.of("personal") : Set.of());
        attributes.put("tags", random.nextInt(6) == 0 ? Set.of("anonymised") : Set.of());
        return Records.with(Sketch.component(name(random).name()), attributes);
    }

    private static Dependency dependency(Random random) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("ref", EntityRef.of(Kind.DEPENDENCY, "d" + random.nextInt(2 * NAMES)));
        attributes.put("anyOf", random.nextInt(4) == 0 ? "group" : null);
        attributes.put("observedAt", random.nextInt(8) == 0 ? Instant.EPOCH : null);
        attributes.put("protocol", random.nextInt(5) == 0 ? "kafka" : "http");
        attributes.put("fallback", random.nextInt(4) == 0);
        attributes.put("retries", random.nextInt(4) == 0 ? null : random.nextInt(3));
        Criticality criticality = switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> Criticality.SOFT;
            default -> Criticality.HARD;
        };
        Dependency plain = Sketch.dependency(name(random).name(), name(random).name(), criticality);
        return Records.with(plain, attributes);
    }

    private static EntityRef name(Random random) {
        return EntityRef.of(Kind.COMPONENT, "c" + random.nextInt(NAMES));
    }
}
