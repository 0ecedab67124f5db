package dev.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Criticality;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeReaderTest {
    private static final EntityRef CHECKOUT = EntityRef.of(Kind.COMPONENT, "checkout");
    private static final Position HERE = new Position("change.yaml", 3, 5, null);

    @Test
    void reads_a_change_with_every_operation() {
        Change change = read("""
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: loyalty-points}
                spec:
                  title: Checkout awards loyalty points
                  environment: production
                  requestedBy: group:checkout
                  window: {start: 2026-12-01T09:00:00Z, end: 2026-12-01T11:00:00Z}
                  initiative: loyalty
                  operations:
                    - deploy: {component: checkout, version: 2.5.0}
                    - addDependency: {from: checkout, to: loyalty, criticality: hard, timeout: 2s, tags: [encrypted]}
                    - removeDependency: {dependency: checkout-to-bank}
                    - removeDependency: {from: checkout, to: "external:bank"}
                    - addFlow: {name: points, from: checkout, to: loyalty, carries: [personal]}
                    - removeFlow: {flow: old}
                    - set: {component: checkout, replicas: 2, latency: null}
                    - set: {entity: "dependency:checkout-to-bank", retries: 0}
                    - rename: {component: loyalty, to: rewards}
                    - remove: {entity: "resource:orders"}
                    - declare: {apiVersion: gatehouse.dev/v1, kind: Component, metadata: {name: loyalty}}
                  artifacts:
                    - {kind: terraform-plan, path: plan.json, content: "{}"}
                    - {kind: kubernetes, path: k8s/}
                """).orThrow();

        assertThat(change.ref()).isEqualTo(EntityRef.of(Kind.CHANGE, "loyalty-points"));
        assertThat(change.environment()).isEqualTo(EntityRef.of(Kind.ENVIRONMENT, "production"));
        assertThat(change.window()).isNotNull();
        assertThat(change.operations()).hasSize(11);
        assertThat(change.operations().getFirst()).isEqualTo(new Operation.Deploy(CHECKOUT, "2.5.0"));
        assertThat(change.artifacts())
                .containsExactly(
                        new Artifact("terraform-plan", "plan.json", "{}"), new Artifact("kubernetes", "k8s/", ""));
        assertThat(((Operation.AddDependency) change.operations().get(1)).dependency())
                .satisfies(added -> {
                    assertThat(added.ref().name()).isEqualTo("checkout-to-loyalty");
                    assertThat(added.criticality()).isEqualTo(Criticality.HARD);
                    assertThat(added.timeout()).isEqualTo(Duration.ofSeconds(2));
                    assertThat(added.tags()).containsExactly("encrypted");
                });
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("replicas", 2);
        attributes.put("latency", null);
        assertThat(change.operations().get(6)).isEqualTo(new Operation.Set(CHECKOUT, attributes));
        assertThat(Json.read(Json.write(change), Change.class)).isEqualTo(change);
    }

    @Test
    void tells_every_mistake_with_its_place() {
        assertThat(texts(read("""
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: bad}
                spec:
                  environment: production
                  operations:
                    - deplyo: {component: checkout}
                    - addDependency: {from: checkout, criticality: hrad}
                    - set: {component: checkout, replcas: 2, tier: 9}
                    - set: {replicas: 2}
                    - removeFlow: {from: a}
                    - rename: {component: loyalty, to: "a b"}
                    - declare: {kind: Componet}
                    - remove: {component: a}
                      deploy: {component: a, version: "1"}
                    - set: {component: a, entity: 'component:b', replicas: 2}
                """)))
                .containsExactly(
                        "change.yaml:7:7: error: unknown key 'deplyo'; did you mean 'deploy'?",
                        "change.yaml:8:7: error: 'addDependency' lacks 'to'; add it;"
                                + " a reference to a component, api, resource or external is expected",
                        "change.yaml:8:39: error: 'criticality' is 'hrad'; one of 'hard', 'soft' is expected;"
                                + " did you mean 'hard'?",
                        "change.yaml:9:34: error: unknown key 'replcas'; did you mean 'replicas'?",
                        "change.yaml:9:46: error: 'tier' is 9; an integer from 1 to 5 is expected",
                        "change.yaml:10:7: error: neither 'component' nor 'entity' is named; add one: component: <name>",
                        "change.yaml:11:7: error: either 'flow' or both 'from' and 'to' are expected; add what is missing",
                        "change.yaml:12:36: error: 'to' is 'a b'; a string of the form"
                                + " ^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$ with at most 253 characters is expected",
                        "change.yaml:13:17: error: unknown kind 'Componet'; did you mean 'Component'?",
                        "change.yaml:14:7: error: 'operations[7]' has 2 keys; one is expected; give each its own entry:"
                                + " deploy, addDependency, removeDependency, addFlow, removeFlow, set, rename, remove, declare",
                        "change.yaml:16:7: error: both 'component' and 'entity' are named; leave out one of the two");
    }

    @Test
    void an_environment_may_come_from_elsewhere() {
        Document without = document("""
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: anywhere}
                spec: {operations: []}
                """);
        assertThat(texts(ChangeReader.read(without))).singleElement().asString().contains("lacks 'environment'");
        assertThat(ChangeReader.read(without, "staging").orThrow().environment())
                .isEqualTo(EntityRef.of(Kind.ENVIRONMENT, "staging"));
    }

    @Test
    void a_patch_sets_attributes_by_their_names_in_the_document() {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("replicas", 2);
        attributes.put("latency", "150ms");
        attributes.put("owner", "payments");
        attributes.put("tags", List.of("new"));
        attributes.put("type", null);
        Component patched =
                (Component) EntityPatch.apply(checkout(), attributes, HERE).orThrow();

        assertThat(patched.replicas()).isEqualTo(2);
        assertThat(patched.latency()).isEqualTo(Duration.ofMillis(150));
        assertThat(patched.owner()).isEqualTo(EntityRef.of(Kind.GROUP, "payments"));
        assertThat(patched.tags()).containsExactly("new");
        assertThat(patched.type()).isNull();
        assertThat(patched.tier()).isEqualTo(2);
    }

    @Test
    void either_word_for_an_attribute_sets_it() {
        Entity domain = EntityReader.read(document("""
                apiVersion: gatehouse.dev/v1
                kind: Domain
                metadata: {name: till}
                spec: {subdomainOf: sales}
                """)).orThrow();

        assertThat(EntityPatch.apply(domain, Map.of("subdomainOf", "shops"), HERE)
                        .orThrow()
                        .references())
                .containsExactly(new Entity.Reference(Relation.CHILD_OF, EntityRef.of(Kind.DOMAIN, "shops")));
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("subdomainOf", null);
        assertThat(EntityPatch.apply(domain, none, HERE).orThrow().references()).isEmpty();
    }

    @Test
    void a_patch_is_checked_like_a_document() {
        assertThat(patch("teir", 1))
                .containsExactly("change.yaml:3:5: error: unknown key 'teir'; did you mean 'tier'?");
        assertThat(patch("tier", "one"))
                .containsExactly(
                        "change.yaml:3:5: error: 'tier' is 'one', a string; an integer from 1 to 5 is expected");
        assertThat(patch("teir", null))
                .containsExactly("change.yaml:3:5: error: unknown key 'teir'; did you mean 'tier'?");
    }

    @Test
    void attributes_of_a_deployment_can_be_set_on_the_component() {
        assertThat(set("version: '2', placements: [{zone: eu-1a, replicas: 2}]"))
                .isEmpty();
        assertThat(set("placements: [{zone: eu-1a, replicas: two}]"))
                .containsExactly(
                        "change.yaml:6:71: error: 'replicas' is 'two', a string; an integer from 0 to 1000000 is expected");
    }

    @Test
    void an_attribute_that_is_not_kept_cannot_be_set() {
        assertThat(operation("set: {entity: 'group:shop', type: squad}"))
                .containsExactly(
                        "change.yaml:6:45: error: 'type' of a group is not kept, so nothing comes of setting it;"
                                + " known here are title, parent");
        assertThat(operation("set: {entity: 'system:shop', type: null}"))
                .singleElement()
                .asString()
                .contains("not kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addDependency: {from: checkout, to: bank, %s}",
                "addFlow: {from: checkout, to: bank, %s}",
                "removeDependency: {dependency: checkout-to-bank, %s}",
                "removeFlow: {flow: checkout-to-bank, %s}",
                "deploy: {component: checkout, version: '2', %s}",
                "rename: {component: checkout, to: till, %s}",
                "remove: {component: checkout, %s}",
                "set: {component: checkout, %s}",
                "set: {entity: 'group:shop', %s}"
            })
    void the_keys_that_an_operation_tells_of_are_those_that_it_takes(String operation) {
        String told = operation(operation.formatted("xxxxxxxx: 1")).getFirst();
        assertThat(told).contains("unknown key 'xxxxxxxx'; known here are ");
        List<String> known = List.of(told.replaceFirst(".*known here are ", "").split(", "));
        for (String key : known) {
            assertThat(operation(operation.formatted(key + ": {}")))
                    .noneSatisfy(text -> assertThat(text).contains("unknown key"));
        }
        if (operation.startsWith("add")) {
            assertThat(known).contains("name", "namespace", "tags", "from", "to", "protocol");
        }
        if (operation.startsWith("set: {component")) {
            assertThat(known).contains("title", "tags", "tier", "version", "placements");
        }
    }

    private static List<String> set(String attributes) {
        return operation("set: {component: checkout, %s}".formatted(attributes));
    }

    private static List<String> operation(String text) {
        return texts(read("""
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: patch}
                spec:
                  environment: production
                  operations: [{%s}]
                """.formatted(text)));
    }

    private static List<String> patch(String name, @Nullable Object value) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put(name, value);
        return texts(EntityPatch.apply(checkout(), attributes, HERE));
    }

    private static Entity checkout() {
        return EntityReader.read(document("""
                apiVersion: gatehouse.dev/v1
                kind: Component
                metadata: {name: checkout, tags: [old]}
                spec: {type: service, tier: 2}
                """)).orThrow();
    }

    private static Result<Change> read(String text) {
        return ChangeReader.read(document(text));
    }

    private static Document document(String text) {
        return DocumentReader.read("change.yaml", text.getBytes(StandardCharsets.UTF_8))
                .documents()
                .getFirst();
    }

    private static List<String> texts(Result<?> result) {
        return result.diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
