package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.change.Window;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Architectures to store.
public final class Architectures {
    private static final Instant TIME = Instant.parse("2026-11-20T09:00:00.123456Z");
    private static final EntityRef CHECKOUT = EntityRef.of(Kind.COMPONENT, "checkout");
    private static final EntityRef PAYMENTS = new EntityRef(Kind.COMPONENT, "bank", "Payments_v2");
    private static final EntityRef SHOP = EntityRef.of(Kind.GROUP, "shop");
    private static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");
    private static final EntityRef LOYALTY = EntityRef.of(Kind.INITIATIVE, "loyalty");

    private Architectures() {}

    /// At least one entity of each kind, with every attribute set somewhere.
    public static List<Declaration> everyKind() {
        return Stream.concat(components(), rest())
                .map(entity -> new Declaration(
                        entity,
                        new Provenance(
                                "https://git.example/shop#catalog",
                                "catalog/a b.yaml",
                                12,
                                entity.ref().equals(SHOP))))
                .toList();
    }

    private static Stream<Entity> components() {
        EntityRef api = EntityRef.of(Kind.API, "orders-api");
        return Stream.of(
                new Component(
                        CHECKOUT,
                        "Checkout “Kasse”",
                        "service",
                        "production",
                        SHOP,
                        EntityRef.of(Kind.SYSTEM, "store"),
                        1,
                        Set.of("personal", "cardholder"),
                        Set.of("personal"),
                        Map.of("gateway", "zuul", "load-balancer", "ribbon"),
                        Set.of("pci", "java"),
                        3,
                        2,
                        "eu-west-1",
                        "https://checkout.example",
                        "java-25",
                        Duration.ofMinutes(90),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(250),
                        new BigDecimal("1234.56"),
                        new BigDecimal("0.5"),
                        Set.of(api),
                        Map.of("name", "not the name", "source", "not the source", "ref", "x")),
                plain(PAYMENTS),
                plain(api),
                plain(EntityRef.of(Kind.RESOURCE, "orders-db")),
                plain(EntityRef.of(Kind.EXTERNAL, "card-network")));
    }

    private static Stream<Entity> rest() {
        return Stream.of(
                new Grouping(EntityRef.of(Kind.SYSTEM, "store"), "Store", SHOP, EntityRef.of(Kind.DOMAIN, "retail")),
                new Grouping(EntityRef.of(Kind.DOMAIN, "retail"), null, SHOP, null),
                new Grouping(SHOP, "Shop", null, null),
                new User(EntityRef.of(Kind.USER, "ada"), "Ada", Set.of(SHOP)),
                new Environment(
                        PRODUCTION,
                        "Production",
                        true,
                        "eu",
                        List.of(new Environment.Freeze(TIME, TIME.plusSeconds(9), "sale"))),
                new Deployment(
                        EntityRef.of(Kind.DEPLOYMENT, "checkout-production"),
                        CHECKOUT,
                        PRODUCTION,
                        "2.5.0",
                        4,
                        List.of(new Deployment.Placement("a", 2), new Deployment.Placement("b", 2)),
                        "eu-west-1",
                        BigDecimal.TEN,
                        BigDecimal.ONE),
                new Dependency(
                        EntityRef.of(Kind.DEPENDENCY, "checkout-to-payments"),
                        CHECKOUT,
                        PAYMENTS,
                        Criticality.HARD,
                        "pay",
                        "http",
                        Duration.ofSeconds(2),
                        2,
                        true,
                        false,
                        Set.of("personal"),
                        Set.of("cardholder"),
                        Set.of("encrypted"),
                        TIME),
                new Flow(
                        EntityRef.of(Kind.FLOW, "orders"),
                        CHECKOUT,
                        EntityRef.of(Kind.RESOURCE, "orders-db"),
                        Set.of("personal"),
                        "jdbc",
                        "orders",
                        Set.of("encrypted")),
                new Slo(
                        EntityRef.of(Kind.SLO, "checkout-fast"),
                        CHECKOUT,
                        Slo.Indicator.LATENCY,
                        0.999,
                        Duration.ofDays(30),
                        Duration.ofMillis(300),
                        -0.25,
                        TIME),
                new Incident(EntityRef.of(Kind.INCIDENT, "i-1"), "Down", 1, Set.of(CHECKOUT, PAYMENTS), TIME, null),
                new Budget(EntityRef.of(Kind.BUDGET, "shop"), SHOP, new BigDecimal("10000"), "EUR"),
                new Initiative(LOYALTY, "Loyalty", SHOP, new BigDecimal("1000000"), null),
                new Control(EntityRef.of(Kind.CONTROL, "cc6.7"), "SOC 2", "CC6.7", null),
                new Waiver(EntityRef.of(Kind.WAIVER, "w-1"), "single-replica", CHECKOUT, SHOP, "moving", TIME),
                new RegisteredChange(
                        EntityRef.of(Kind.CHANGE, "points"),
                        "Points",
                        RegisteredChange.State.IN_FLIGHT,
                        PRODUCTION,
                        SHOP,
                        new Window(TIME, TIME.plusSeconds(3600)),
                        LOYALTY,
                        "decision-1",
                        "sha256:1",
                        Set.of(CHECKOUT),
                        TIME,
                        TIME.plusSeconds(86400)));
    }

    /// Puts and removes some of twelve components and of the dependencies and flows between them.
    public static Delta randomEdit(Random random, Map<EntityRef, Declaration> now) {
        Map<EntityRef, Declaration> puts = new TreeMap<>();
        Set<EntityRef> removes = new HashSet<>();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            Declaration put = randomDeclaration(random);
            puts.put(put.ref(), put);
        }
        now.keySet().stream()
                .filter(ref -> random.nextInt(4) == 0 && !puts.containsKey(ref))
                .forEach(removes::add);
        return new Delta(puts, removes);
    }

    private static Declaration randomDeclaration(Random random) {
        String from = "c" + random.nextInt(12);
        String to = "c" + random.nextInt(12);
        return switch (random.nextInt(3)) {
            case 0 -> component(from);
            case 1 -> dependency(from, to);
            default ->
                declared(new Flow(
                        EntityRef.of(Kind.FLOW, "f" + random.nextInt(12)),
                        EntityRef.of(Kind.COMPONENT, from),
                        EntityRef.of(Kind.COMPONENT, to),
                        Set.of(),
                        null,
                        null,
                        Set.of()));
        };
    }

    /// A component of which nothing but the name is known.
    public static Declaration component(String name) {
        return declared(plain(EntityRef.of(Kind.COMPONENT, name)));
    }

    /// A hard dependency between two components.
    public static Declaration dependency(String from, String to) {
        return declared(new Dependency(
                EntityRef.of(Kind.DEPENDENCY, from + "-to-" + to),
                EntityRef.of(Kind.COMPONENT, from),
                EntityRef.of(Kind.COMPONENT, to),
                Criticality.HARD,
                null,
                "http",
                Duration.ofSeconds(2),
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null));
    }

    private static Declaration declared(Entity entity) {
        return new Declaration(entity, new Provenance("shop", "catalog.yaml", 3, false));
    }

    private static Component plain(EntityRef ref) {
        return new Component(
                ref, null, "service", null, null, null, null, Set.of(), Set.of(), Map.of(), Set.of(), null, null, null,
                null, null, null, null, null, null, null, Set.of(), Map.of());
    }
}
