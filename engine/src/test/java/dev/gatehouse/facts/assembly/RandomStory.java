package dev.gatehouse.facts.assembly;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.change.Window;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small random architecture, and random changes to it. Few names and few values, so that they meet often.
final class RandomStory {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final List<Artifact> ARTIFACTS =
            List.of(new Artifact("kubernetes", "k8s.yaml", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web}
                    spec: {template: {spec: {containers: [{name: web, image: web, ports: [{containerPort: 80}]}]}}}
                    """), new Artifact("terraform-plan", "plan.json", "{}"));

    private final Random random;
    private final int components;

    RandomStory(Random random, int components) {
        this.random = random;
        this.components = components;
    }

    Snapshot architecture() {
        Map<EntityRef, Declaration> all = new TreeMap<>();
        for (String name : List.of("production", "staging")) {
            put(all, environment(name));
        }
        for (int i = 0; i < 2; i++) {
            put(all, grouping("group", i));
            put(all, grouping("system", i));
            put(all, grouping("domain", i));
            put(all, user(i));
            put(all, initiative(i));
        }
        IntStream.range(0, components).forEach(i -> put(all, component(i)));
        for (int i = 0; i < 4 * components; i++) {
            put(all, belonging());
        }
        if (random.nextInt(3) == 0) {
            int gap = random.nextInt(components - 1);
            IntStream.range(0, components - 1).filter(i -> i != gap).forEach(i -> put(all, link(i)));
        }
        IntStream.range(0, random.nextInt(3)).forEach(i -> put(all, inFlight(i)));
        Reading reading = new Reading("source1", NOW, random.nextBoolean());
        return Snapshot.of(all.values(), Map.of("source1", reading));
    }

    private Entity environment(String name) {
        Map<String, Object> attributes = new HashMap<>(Map.of("region", random.nextInt(4) > 0 ? "eu" : "us"));
        maybe(attributes, "production", name.equals("production"));
        if (random.nextInt(3) == 0) {
            attributes.put(
                    "freezes",
                    List.of(Map.of(
                            "start", "2026-11-20T00:00:00Z", "end", "2026-11-21T00:00:00Z", "reason", "a feast")));
        }
        return entity(Environment.class, "environment:" + name, attributes);
    }

    /// A change that can be laid over the architecture.
    ResolvedChange change(Snapshot before) {
        for (int attempt = 0; ; attempt++) {
            try {
                return ChangeResolver.resolve(change(), before, EntityPatch::patched);
            } catch (InvalidInputException e) {
                if (attempt == 1000) {
                    throw e;
                }
            }
        }
    }

    private Change change() {
        List<Operation> operations = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            operations.add(operation());
        }
        return new Change(
                EntityRef.of(Kind.CHANGE, "change"),
                null,
                Architecture.PRODUCTION,
                random.nextBoolean() ? null : ref("group:g0"),
                window(),
                random.nextBoolean() ? null : ref("initiative:i" + random.nextInt(2)),
                operations,
                ARTIFACTS.stream().filter(_ -> random.nextInt(5) == 0).toList());
    }

    /// None, one on a Saturday, one on a working day, one that may lie in a freeze.
    private @Nullable Window window() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new Window(Instant.parse("2026-11-28T10:00:00Z"), Instant.parse("2026-11-28T12:00:00Z"));
            case 2 -> new Window(Instant.parse("2026-12-01T10:00:00Z"), Instant.parse("2026-12-01T12:00:00Z"));
            default -> new Window(Instant.parse("2026-11-20T10:00:00Z"), Instant.parse("2026-11-20T14:00:00Z"));
        };
    }

    /// A change that others registered.
    private RegisteredChange inFlight(int i) {
        RegisteredChange.State[] states = RegisteredChange.State.values();
        return new RegisteredChange(
                ref("change:r" + i),
                null,
                states[random.nextInt(states.length)],
                Architecture.PRODUCTION,
                ref("group:g1"),
                window(),
                random.nextBoolean() ? null : ref("initiative:i" + random.nextInt(2)),
                null,
                "",
                Set.of(any()),
                NOW,
                Instant.parse("2026-12-0" + (1 + random.nextInt(3)) + "T00:00:00Z"));
    }

    /// The second of a kind may stand below the first, and a system in a domain.
    private Entity grouping(String kind, int i) {
        Map<String, Object> attributes = new HashMap<>();
        if (!kind.equals("group")) {
            maybe(attributes, "owner", "group:default/g" + random.nextInt(2));
        }
        if (kind.equals("system")) {
            maybe(attributes, "parent", "domain:default/d" + random.nextInt(2));
        } else if (i == 1) {
            maybe(attributes, "parent", kind + ":default/" + kind.charAt(0) + 0);
        }
        return entity(Grouping.class, kind + ":" + kind.charAt(0) + i, attributes);
    }

    private Entity user(int i) {
        Set<String> groups = random.nextBoolean() ? Set.of("group:default/g" + random.nextInt(2)) : Set.of();
        return entity(User.class, "user:u" + i, Map.of("memberOf", groups));
    }

    private Entity initiative(int i) {
        Map<String, Object> attributes = new HashMap<>();
        if (random.nextBoolean()) {
            attributes.put("owner", "group:default/g" + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            attributes.put("worth", 1000);
        }
        maybe(attributes, "carbonAllowance", random.nextInt(20));
        return entity(Initiative.class, "initiative:i" + i, attributes);
    }

    /// One hop of a chain through all components.
    private Dependency link(int i) {
        return entity(
                Dependency.class,
                "dependency:link" + i,
                Map.of(
                        "from", "component:default/c" + i,
                        "to", "component:default/c" + (i + 1),
                        "criticality", "hard",
                        "protocol", "http",
                        "timeout", "PT1S"));
    }

    private Operation operation() {
        return switch (random.nextInt(20)) {
            case 0 -> new Operation.Deploy(any(), "v" + random.nextInt(3));
            case 1 -> new Operation.AddDependency(dependency());
            case 2 -> new Operation.RemoveDependency(ref("dependency:d" + random.nextInt(2 * components)), null, null);
            case 3 -> new Operation.RemoveDependency(null, any(), any());
            case 4 -> new Operation.RemoveFlow(ref("flow:f" + random.nextInt(components)), null, null);
            case 5 -> new Operation.Rename(any(), "new" + random.nextInt(2));
            case 6 -> new Operation.Remove(any());
            case 7 -> new Operation.Remove(belonging().ref());
            case 8, 9 -> new Operation.Set(any(), attributes());
            case 10, 11, 18 -> new Operation.AddDependency(link(random.nextInt(components - 1)));
            case 12 -> new Operation.Declare(declared(component(random.nextInt(components + 1))));
            case 13 -> new Operation.Declare(declared(initiative(random.nextInt(2))));
            case 14 -> new Operation.Declare(declared(gathering()));
            case 15 -> new Operation.Declare(declared(environment(random.nextBoolean() ? "production" : "staging")));
            case 16 -> new Operation.Rename(gatheringOrInitiative(), "new" + random.nextInt(2));
            case 17 -> new Operation.Remove(gatheringOrInitiative());
            default -> new Operation.Declare(declared(belonging()));
        };
    }

    private Entity gathering() {
        int i = random.nextInt(2);
        return switch (random.nextInt(4)) {
            case 0 -> grouping("group", i);
            case 1 -> grouping("system", i);
            case 2 -> grouping("domain", i);
            default -> user(i);
        };
    }

    private EntityRef gatheringOrInitiative() {
        int i = random.nextInt(2);
        return random.nextInt(5) == 0 ? ref("initiative:i" + i) : gathering().ref();
    }

    private Map<String, @Nullable Object> attributes() {
        return switch (random.nextInt(7)) {
            case 0 -> Map.of("tier", 1 + random.nextInt(3));
            case 1 -> Map.of("replicas", random.nextInt(3), "monthlyCost", random.nextInt(500));
            case 2 -> Map.of("owner", "group:g" + random.nextInt(2));
            case 3 -> Map.of("monthlyCarbon", random.nextInt(200));
            case 4 -> Map.of("runtime", "node-16");
            case 5 -> Map.of("latency", random.nextInt(100) + "ms");
            default -> Map.of("system", "system:s" + random.nextInt(2));
        };
    }

    private Entity component(int i) {
        Map<String, Object> attributes = new HashMap<>();
        maybe(attributes, "tier", 1 + random.nextInt(3));
        maybe(attributes, "owner", "group:default/g" + random.nextInt(2));
        maybe(attributes, "system", "system:default/s" + random.nextInt(2));
        maybe(attributes, "latency", "PT0." + random.nextInt(10) + "S");
        maybe(attributes, "region", random.nextBoolean() ? "eu" : "us");
        maybe(attributes, "replicas", random.nextInt(4));
        maybe(attributes, "zones", 1 + random.nextInt(3));
        maybe(attributes, "monthlyCost", random.nextInt(500));
        maybe(attributes, "monthlyCarbon", random.nextInt(50));
        maybe(attributes, "dataClassification", Set.of("personal"));
        maybe(attributes, "runtime", random.nextBoolean() ? "node-16" : "java-25");
        if (random.nextInt(6) == 0) {
            attributes.put("properties", Map.of("plainTextSecret", "yes"));
        }
        maybe(attributes, "clearedFor", Set.of("personal"));
        return entity(Component.class, "component:c" + i, attributes);
    }

    /// What stands beside components: edges, deployments, promises, incidents, budgets.
    private Entity belonging() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> flow();
            case 2 -> deployment();
            case 3, 4 -> slo();
            case 5 -> incident();
            case 6 -> budget();
            default -> dependency();
        };
    }

    private Dependency dependency() {
        Map<String, Object> attributes = ends();
        maybe(attributes, "criticality", random.nextInt(3) > 0 ? "hard" : "soft");
        maybe(attributes, "protocol", random.nextInt(4) > 0 ? "http" : "amqp");
        maybe(attributes, "timeout", "PT1S");
        maybe(attributes, "retries", random.nextInt(4));
        if (random.nextInt(6) == 0) {
            attributes.put("anyOf", "group");
        }
        if (random.nextInt(6) == 0) {
            attributes.put("observedAt", "2026-11-19T00:00:00Z");
        }
        return entity(Dependency.class, "dependency:d" + random.nextInt(2 * components), attributes);
    }

    private Entity flow() {
        Map<String, Object> attributes = ends();
        maybe(attributes, "carries", Set.of("personal"));
        if (random.nextInt(3) == 0) {
            attributes.put("tags", random.nextBoolean() ? Set.of("anonymised") : Set.of("encrypted", "authenticated"));
        }
        return entity(Flow.class, "flow:f" + random.nextInt(components), attributes);
    }

    private Entity deployment() {
        EntityRef component = any();
        String environment = random.nextInt(4) == 0 ? "staging" : "production";
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("component", component.toString());
        attributes.put("environment", "environment:default/" + environment);
        maybe(attributes, "replicas", random.nextInt(4));
        maybe(attributes, "region", random.nextBoolean() ? "eu" : "us");
        maybe(attributes, "monthlyCost", random.nextInt(500));
        return entity(Deployment.class, "deployment:" + component.name() + "-" + environment, attributes);
    }

    private Entity slo() {
        boolean latency = random.nextBoolean();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("component", any().toString());
        attributes.put("indicator", latency ? "latency" : "availability");
        attributes.put("objective", 1 - Math.pow(10, -1 - random.nextInt(3)));
        attributes.put("window", "PT720H");
        if (latency) {
            attributes.put("threshold", "PT0." + random.nextInt(10) + "S");
        }
        maybe(attributes, "budgetRemaining", random.nextInt(-1, 2) / 2.0);
        return entity(Slo.class, "slo:o" + random.nextInt(components), attributes);
    }

    private Entity incident() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("severity", 1 + random.nextInt(3));
        attributes.put("components", Set.of(any().toString()));
        attributes.put("startedAt", "2026-11-1" + random.nextInt(10) + "T00:00:00Z");
        return entity(Incident.class, "incident:x" + random.nextInt(3), attributes);
    }

    private Entity budget() {
        String group = "g" + random.nextInt(2);
        return entity(
                Budget.class,
                "budget:" + group,
                Map.of("group", "group:default/" + group, "monthly", random.nextInt(2000), "currency", "EUR"));
    }

    private Map<String, Object> ends() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("from", any().toString());
        attributes.put("to", any().toString());
        return attributes;
    }

    private void maybe(Map<String, Object> attributes, String name, Object value) {
        if (random.nextInt(5) > 0) {
            attributes.put(name, value);
        }
    }

    /// One of the components, or now and then one that is not declared yet.
    private EntityRef any() {
        return ref("component:c" + random.nextInt(random.nextInt(4) == 0 ? components + 1 : components));
    }

    private void put(Map<EntityRef, Declaration> all, Entity entity) {
        all.put(entity.ref(), declared(entity));
    }

    private Declaration declared(Entity entity) {
        return new Declaration(entity, new Provenance("source" + random.nextInt(3), null, 0, false));
    }

    private static EntityRef ref(String text) {
        return EntityRef.parse(text);
    }

    private static <E extends Entity> E entity(Class<E> type, String ref, Map<String, ?> attributes) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.put("ref", ref(ref).toString());
        return Json.fromTree(Json.tree(all), type);
    }
}
