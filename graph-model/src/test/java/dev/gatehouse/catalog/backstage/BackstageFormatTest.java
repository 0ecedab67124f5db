package dev.gatehouse.catalog.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.Catalog;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackstageFormatTest {
    private static final String CATALOG = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: artist-web
              namespace: music
              title: Artist
              tags: [java]
              links: [{url: https://example.com}]
              annotations:
                github.com/project-slug: example/artist
                gatehouse.dev/tier: "1"
                gatehouse.dev/data-classification: personal, cardholder
                gatehouse.dev/roles: gateway=zuul, load-balancer=ribbon
                gatehouse.dev/rto: 4h
                gatehouse.dev/monthly-cost: "12.50"
            spec:
              type: website
              lifecycle: production
              owner: artists
              system: public-websites
              subcomponentOf: whole
              providesApis: [artist-api]
              consumesApis: [default/lyrics]
              dependsOn: ["resource:artists-db", "component:default/auth", "resource:default/auth"]
            ---
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata: {name: artist-api, namespace: music}
            spec: {type: openapi, lifecycle: production, owner: artists, definition: {$text: ./openapi.yaml}}
            ---
            {apiVersion: backstage.io/v1alpha1, kind: Resource, metadata: {name: artists-db, namespace: music},
             spec: {type: database, owner: "user:ann", dependencyOf: ["component:artist-web"]}}
            ---
            {apiVersion: backstage.io/v1alpha1, kind: System, metadata: {name: public-websites}, spec: {owner: a, domain: d}}
            ---
            {apiVersion: backstage.io/v1alpha1, kind: Domain, metadata: {name: d}, spec: {owner: a, subdomainOf: e}}
            ---
            {apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: artists}, spec: {type: team, parent: p, children: []}}
            ---
            {apiVersion: backstage.io/v1alpha1, kind: User, metadata: {name: ann}, spec: {memberOf: [artists]}}
            ---
            {apiVersion: backstage.io/v1alpha1, kind: Location, metadata: {name: x}, spec: {targets: [./a.yaml]}}
            ---
            {apiVersion: scaffolder.backstage.io/v1beta3, kind: Template, metadata: {name: x}, spec: {}}
            """;

    @Test
    void reads_entities_with_what_the_annotations_add() {
        Component web = (Component) read(CATALOG).declarations().getFirst().entity();

        assertThat(web.ref()).isEqualTo(new EntityRef(Kind.COMPONENT, "music", "artist-web"));
        assertThat(web.owner()).isEqualTo(new EntityRef(Kind.GROUP, "music", "artists"));
        assertThat(web.provides()).containsExactly(new EntityRef(Kind.API, "music", "artist-api"));
        assertThat(web.tier()).isEqualTo(1);
        assertThat(web.dataClassification()).containsExactly("cardholder", "personal");
        assertThat(web.roles()).containsEntry("load-balancer", "ribbon").hasSize(2);
        assertThat(web.rto()).isEqualTo(Duration.ofHours(4));
        assertThat(web.monthlyCost()).isEqualTo(new BigDecimal("12.5"));
    }

    @Test
    void relations_become_dependencies_of_unknown_criticality() {
        List<Dependency> edges = read(CATALOG).declarations().stream()
                .map(Declaration::entity)
                .filter(Dependency.class::isInstance)
                .map(Dependency.class::cast)
                .toList();

        assertThat(edges)
                .extracting(edge -> edge.ref().name())
                .containsExactly(
                        "artist-web-to-artists-db",
                        "artist-web-to-auth",
                        "artist-web-to-resource-auth",
                        "artist-web-to-lyrics");
        assertThat(edges).allMatch(edge -> edge.criticality() == null);
    }

    @Test
    void warns_of_an_owner_who_is_a_person_and_ignores_locations_and_templates() {
        CatalogReading reading = read(CATALOG);

        assertThat(reading.complete()).isTrue();
        assertThat(reading.declarations()).hasSize(11);
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "catalog.yaml:32:25: warning: the owner 'user:ann' is a person; it counts as having no owner;"
                                + " name the group that the person belongs to");
    }

    @Test
    void tells_mistakes_in_annotations_at_their_place() {
        assertThat(read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: a
                  annotations:
                    gatehouse.dev/teir: "1"
                    gatehouse.dev/tier: high
                    gatehouse.dev/roles: gateway
                spec: {type: service, dependsOn: ["group:b"]}
                ---
                {apiVersion: backstage.io/v1alpha1, kind: Componnet, metadata: {name: a}}
                """).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "catalog.yaml:6:5: error: unknown annotation 'gatehouse.dev/teir'; did you mean 'gatehouse.dev/tier'?",
                        "catalog.yaml:7:5: error: 'tier' is 'high', a string; an integer from 1 to 5 is expected",
                        "catalog.yaml:8:5: error: 'roles' is 'gateway', a string; a mapping is expected",
                        "catalog.yaml:9:35: error: 'group:b' is a group, which nothing can depend on;"
                                + " name a component, api or resource",
                        "catalog.yaml:11:37: error: unknown kind 'Componnet'; did you mean 'Component'?");
    }

    @Test
    void knows_where_references_stand_as_they_were_written() {
        CatalogReading reading = read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a}
                spec:
                  type: team
                  owner: team
                  providesApis:
                    - b
                  dependsOn:
                    - component:c
                """);

        assertThat(reading.declarations().stream()
                        .flatMap(declaration -> declaration.entity().references().stream()
                                .map(reference -> reading.places().of(declaration, reference))))
                .containsExactly(
                        new Position("catalog.yaml", 6, 3, "/spec/owner"),
                        new Position("catalog.yaml", 7, 3, "/spec/providesApis"),
                        new Position("catalog.yaml", 10, 7, "/spec/dependsOn/0"),
                        new Position("catalog.yaml", 10, 7, "/spec/dependsOn/0"));
    }

    @Test
    void an_unknown_version_is_not_read_as_a_known_one() {
        CatalogReading reading = read("""
                {apiVersion: backstage.io/v1beta9, kind: Component, metadata: {name: a}, spec: {type: service}}
                ---
                {apiVersion: backstage.io/v1beta1, kind: Component, metadata: {name: b}, spec: {type: service}}
                """);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.declarations())
                .extracting(Declaration::ref)
                .containsExactly(EntityRef.of(Kind.COMPONENT, "b"));
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("catalog.yaml:1:2: error: unknown version 'backstage.io/v1beta9' of a Component;"
                        + " versions that are read: backstage.io/v1alpha1, backstage.io/v1beta1");
    }

    @Test
    void what_has_an_error_declares_neither_itself_nor_its_edges() {
        CatalogReading reading = read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a, annotations: {gatehouse.dev/teir: "1"}}
                spec: {type: service, dependsOn: [b]}
                ---
                {apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: b}, spec: {type: service}}
                ---
                {apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: c}, spec: {dependsOn: ["group:b", b]}}
                """);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.declarations())
                .extracting(Declaration::ref)
                .containsExactly(EntityRef.of(Kind.COMPONENT, "b"));
    }

    private static CatalogReading read(String text) {
        return new Catalog(DocumentReader::read, List.of(new BackstageFormat()))
                .read("test", List.of(new SourceFile("catalog.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }
}
