package dev.gatehouse.catalog.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.catalog.Catalog;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.EntityDocument;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Sizes;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatehouseFormatTest {
    private static final Catalog CATALOG = new Catalog(DocumentReader::read, List.of(new GatehouseFormat()));

    static final String EVERY_KIND = """
            apiVersion: gatehouse.dev/v1
            kind: Component
            metadata: {name: checkout, title: Checkout, tags: [java, core]}
            spec:
              type: service
              lifecycle: production
              owner: payments
              system: shop
              tier: 1
              dataClassification: [personal]
              clearedFor: [personal, cardholder]
              roles: {gateway: zuul, port: 8080}
              replicas: 3
              zones: 2
              region: eu-west-1
              url: https://checkout.example
              runtime: java-25
              rto: 1h30m
              rpo: 5m
              latency: 150ms
              monthlyCost: 120.50
              monthlyCarbon: 3
              provides: [checkout-api]
              properties: {flag: true}
            ---
            {apiVersion: gatehouse.dev/v1, kind: API, metadata: {name: checkout-api}}
            ---
            {apiVersion: gatehouse.dev/v1, kind: Resource, metadata: {name: orders, namespace: Data}, spec: {type: database}}
            ---
            {apiVersion: gatehouse.dev/v1, kind: External, metadata: {name: bank}, spec: {region: us-east-1}}
            ---
            {apiVersion: gatehouse.dev/v1, kind: System, metadata: {name: shop}, spec: {owner: payments, domain: retail}}
            ---
            {apiVersion: gatehouse.dev/v1, kind: Domain, metadata: {name: retail}, spec: {parent: business}}
            ---
            {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: payments}, spec: {parent: engineering}}
            ---
            {apiVersion: gatehouse.dev/v1, kind: User, metadata: {name: ann}, spec: {memberOf: [payments]}}
            ---
            apiVersion: gatehouse.dev/v1
            kind: Environment
            metadata: {name: production}
            spec:
              production: true
              freezes: [{start: 2026-12-20T00:00:00+01:00, end: 2027-01-02T00:00:00Z, reason: Christmas}]
            ---
            apiVersion: gatehouse.dev/v1
            kind: Deployment
            metadata: {name: checkout-in-production}
            spec:
              component: checkout
              environment: production
              version: "2.5"
              placements: [{zone: a, replicas: 2}, {zone: b, replicas: 1}]
            ---
            apiVersion: gatehouse.dev/v1
            kind: Dependency
            metadata: {name: checkout-to-bank, tags: [encrypted]}
            spec:
              from: component:checkout
              to: external:bank
              criticality: hard
              protocol: http
              timeout: 2s
              retries: 2
              circuitBreaker: true
              fallback: false
              sends: [personal]
              receives: [account]
              observed: 2026-11-01T00:00:00Z
            ---
            apiVersion: gatehouse.dev/v1
            kind: Flow
            metadata: {name: checkout-to-orders}
            spec: {from: checkout, to: "resource:data/orders", carries: [personal], channel: orders}
            ---
            apiVersion: gatehouse.dev/v1
            kind: SLO
            metadata: {name: checkout-availability}
            spec: {component: checkout, indicator: availability, objective: 0.999, window: 30d, budgetRemaining: 0.4}
            ---
            apiVersion: gatehouse.dev/v1
            kind: Incident
            metadata: {name: inc-1, title: Bank down}
            spec: {severity: 2, components: [checkout], startedAt: 2026-11-01T10:00:00Z}
            ---
            apiVersion: gatehouse.dev/v1
            kind: Budget
            metadata: {name: payments}
            spec: {group: payments, monthly: 1000, currency: EUR}
            ---
            apiVersion: gatehouse.dev/v1
            kind: Initiative
            metadata: {name: loyalty}
            spec: {owner: payments, worth: 250000.5, carbonAllowance: 10}
            ---
            apiVersion: gatehouse.dev/v1
            kind: Control
            metadata: {name: soc2-cc6.7, title: Transmission}
            spec: {framework: SOC 2, id: CC6.7}
            ---
            apiVersion: gatehouse.dev/v1
            kind: Waiver
            metadata: {name: w-1}
            spec:
              rule: single-replica
              subject: checkout
              owner: user:ann
              reason: until the move is done
              expires: 2027-01-01T00:00:00Z
            """;

    @Test
    void what_backstage_has_for_these_kinds_is_read_here_too() {
        CatalogReading reading = read("""
                apiVersion: gatehouse.dev/v1
                kind: Group
                metadata: {name: shop}
                spec:
                  type: team
                  profile: {displayName: The shop, email: shop@acme.example, picture: https://acme.example/s.png}
                  parent: sales
                  children: [checkout]
                  members: [ann]
                ---
                {apiVersion: gatehouse.dev/v1, kind: System, metadata: {name: till}, spec: {type: product, domain: sales}}
                ---
                {apiVersion: gatehouse.dev/v1, kind: User, metadata: {name: ann}, spec: {profile: {email: a@acme.example}}}
                ---
                {apiVersion: gatehouse.dev/v1, kind: Domain, metadata: {name: till}, spec: {type: x, subdomainOf: sales}}
                """);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.declarations().stream().map(each -> each.entity().references()))
                .containsExactly(
                        List.of(new Entity.Reference(Relation.CHILD_OF, EntityRef.of(Kind.GROUP, "sales"))),
                        List.of(new Entity.Reference(Relation.PART_OF, EntityRef.of(Kind.DOMAIN, "sales"))),
                        List.of(),
                        List.of(new Entity.Reference(Relation.CHILD_OF, EntityRef.of(Kind.DOMAIN, "sales"))));
        Declaration domain = reading.declarations().getLast();
        assertThat(reading.places().of(domain, domain.entity().references().getFirst()))
                .isEqualTo(new Position("catalog.yaml", 15, 86, "/spec/subdomainOf"));
    }

    @Test
    void two_words_for_one_attribute_are_one_too_many() {
        assertThat(read("""
                apiVersion: gatehouse.dev/v1
                kind: Domain
                metadata: {name: till}
                spec:
                  parent: sales
                  subdomainOf: shops
                """).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("catalog.yaml:6:3: error: 'subdomainOf' says the same as 'parent', which stands here"
                        + " too; leave out one of the two");
    }

    static CatalogReading read(String text) {
        return CATALOG.read("test", List.of(new SourceFile("catalog.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void reads_every_kind() {
        CatalogReading reading = read(EVERY_KIND);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.complete()).isTrue();
        assertThat(reading.declarations().stream()
                        .map(declaration -> declaration.ref().kind()))
                .contains(Kind.COMPONENT, Kind.API, Kind.EXTERNAL, Kind.SLO, Kind.WAIVER)
                .doesNotContain(Kind.CHANGE)
                .hasSize(20);
    }

    @Test
    void fills_a_component_from_its_document() {
        Component checkout =
                (Component) read(EVERY_KIND).declarations().getFirst().entity();

        assertThat(checkout.owner()).isEqualTo(EntityRef.of(Kind.GROUP, "payments"));
        assertThat(checkout.provides()).containsExactly(EntityRef.of(Kind.API, "checkout-api"));
        assertThat(checkout.rto()).isEqualTo(Duration.ofMinutes(90));
        assertThat(checkout.monthlyCost()).isEqualTo(new BigDecimal("120.5"));
        assertThat(checkout.roles()).isEqualTo(Map.of("gateway", "zuul", "port", "8080"));
        assertThat(checkout.properties()).isEqualTo(Map.of("flag", "true"));
        assertThat(checkout.tags()).isEqualTo(Set.of("java", "core"));
    }

    @Test
    void fills_a_dependency_from_its_document() {
        Dependency dependency = (Dependency) entity("dependency:default/checkout-to-bank");

        assertThat(dependency.to()).isEqualTo(EntityRef.of(Kind.EXTERNAL, "bank"));
        assertThat(dependency.criticality()).isEqualTo(Criticality.HARD);
        assertThat(dependency.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(dependency.fallback()).isFalse();
        assertThat(dependency.tags()).containsExactly("encrypted");
        assertThat(dependency.observedAt()).isNotNull();
    }

    @Test
    void gives_a_dependency_its_flows_with_the_answer_flowing_back() {
        assertThat(entity("flow:default/checkout-to-bank-sends").toString())
                .contains("from=component:default/checkout", "carries=[personal]", "tags=[encrypted]");
        assertThat(entity("flow:default/checkout-to-bank-receives").toString())
                .contains("from=external:default/bank", "carries=[account]");
    }

    @Test
    void writes_every_entity_as_a_document_that_reads_back_to_an_equal_entity() {
        for (Declaration declaration : read(EVERY_KIND).declarations()) {
            String text = EntityDocument.of(declaration.entity()).toPrettyString();
            assertThat(read(text).declarations().getFirst().entity()).isEqualTo(declaration.entity());
        }
    }

    @Test
    void tells_where_an_entity_was_declared() {
        assertThat(read(EVERY_KIND).declarations().get(1).provenance()).hasToString("catalog.yaml:26");
    }

    @Test
    void refuses_an_entity_that_is_declared_twice_and_names_both_places() {
        assertThat(texts("""
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: a}}
                ---
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: a}}
                """))
                .containsExactly("catalog.yaml:3: error: group:default/a is declared twice, first at catalog.yaml:1;"
                        + " remove one of the two, or give it another name");
    }

    @Test
    void refuses_a_group_above_itself() {
        assertThat(texts("""
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: a}, spec: {parent: b}}
                ---
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: b}, spec: {parent: a}}
                """))
                .containsExactly(
                        "catalog.yaml:1: error: group:default/a is its own parent: group:default/a → group:default/b"
                                + " → group:default/a; remove one of these parents");
    }

    @Test
    void says_that_a_source_declares_nothing() {
        assertThat(texts("# nothing here"))
                .containsExactly(
                        "error: the source 'test' declares nothing; check the paths; formats that can be read are"
                                + " gatehouse.dev/v1");
    }

    @Test
    void skips_a_compose_file_but_says_so() {
        assertThat(texts("services:\n  web: {image: nginx}\n").getFirst())
                .isEqualTo("error: the source 'test' declares nothing; check the paths; formats that can be read are"
                        + " gatehouse.dev/v1");
        assertThat(texts("services:\n  web: {image: nginx}\n").getLast())
                .isEqualTo(
                        "catalog.yaml:1:1: warning: no format reads this document; it was skipped; formats that can be read are"
                                + " gatehouse.dev/v1");
    }

    @Test
    void an_unreadable_document_makes_the_reading_incomplete() {
        CatalogReading reading = read("""
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: a}}
                ---
                a: [
                ---
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: b}}
                """);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.declarations()).hasSize(2);
        assertThat(reading.errors()).hasSize(1);
    }

    @Test
    void a_part_can_be_used_unless_it_contradicts_itself() {
        String group = "{apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: %s}, spec: {%s}}\n---\n";
        String broken = group.formatted("broken", "parnet: a");

        assertThat(read(group.formatted("a", "") + broken).partOrThrow().declarations())
                .extracting(declaration -> declaration.ref().name())
                .containsExactly("a");
        assertThatThrownBy(() -> read(broken).partOrThrow()).hasMessageContaining("parnet");
        assertThatThrownBy(() -> read(group.formatted("a", "") + group.formatted("a", ""))
                        .partOrThrow())
                .hasMessageContaining("declared twice");
        assertThatThrownBy(() -> read(group.formatted("a", "parent: b") + group.formatted("b", "parent: a"))
                        .partOrThrow())
                .hasMessageContaining("its own parent");
        assertThatThrownBy(() -> read(group.formatted("a", "") + "l0: &l0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + laughs())
                        .partOrThrow())
                .hasMessageContaining("once aliases are expanded");
    }

    private static String laughs() {
        return IntStream.range(1, 10)
                .mapToObj(i -> "l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(9)))
                .collect(Collectors.joining());
    }

    @Test
    void a_document_that_says_a_thing_twice_declares_nothing() {
        CatalogReading reading = read("""
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: a}, spec: {parent: b, parent: c}}
                ---
                {apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: b}}
                """);

        assertThat(reading.partOrThrow().declarations())
                .extracting(declaration -> declaration.ref().name())
                .containsExactly("b");
    }

    @Test
    void a_source_that_is_too_large_is_not_read() {
        byte[] half = new byte[Sizes.FILE];
        SourceFile one = new SourceFile("a.yaml", half);
        SourceFile other = new SourceFile("b.yaml", half);

        assertThat(CATALOG.read("test", List.of(one, other)).errors())
                .extracting(Diagnostic::message)
                .allMatch(told -> told.startsWith("byte 0 is NUL"));
        assertThat(CATALOG.read("test", List.of(one, other, new SourceFile("c.yaml", new byte[1])))
                        .diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("error: the files together have 67108865 bytes; at most 67108864 (64 MiB) are read;"
                        + " split them over several sources, and import one after the other");
    }

    private static Entity entity(String ref) {
        return read(EVERY_KIND).declarations().stream()
                .filter(declaration -> declaration.ref().toString().equals(ref))
                .findFirst()
                .orElseThrow()
                .entity();
    }

    private static List<String> texts(String text) {
        return read(text).diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
