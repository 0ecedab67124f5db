package dev.gatehouse.facts.change;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.catalog.ChangeReader;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.reliability.Slo;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChangeResolverTest {
    private static final Architecture SHOP = architecture()
            .with("Group", "shop", "")
            .component("checkout", "tier: 1, owner: shop, replicas: 3")
            .component("payments", "tier: 1")
            .component("search", "tier: 3")
            .dependency("checkout", "payments", "criticality: hard, timeout: 2s")
            .with("Flow", "orders", "from: checkout, to: search, carries: [personal]")
            .with(
                    "Deployment",
                    "checkout-production",
                    "component: checkout, environment: production, version: '1', replicas: 4, region: eu")
            .with("SLO", "checkout-up", "component: checkout, indicator: availability, objective: 0.999, window: 30d");

    @Test
    void deploys_a_version_where_the_change_is_made() {
        ResolvedChange change = SHOP.after("deploy: {component: checkout, version: '2'}");

        Deployment deployment = find(change, "deployment:checkout-production", Deployment.class);
        assertThat(deployment.version()).isEqualTo("2");
        assertThat(deployment.replicas()).isEqualTo(4);
        assertThat(change.touched()).containsOnlyKeys(ref("checkout"));
        assertThat(change.touched().get(ref("checkout"))).containsExactly("deploy");
    }

    @Test
    void deploys_for_the_first_time() {
        ResolvedChange change = SHOP.after("deploy: {component: search, version: '1'}");

        assertThat(find(change, "deployment:search-production", Deployment.class)
                        .environment())
                .isEqualTo(Architecture.PRODUCTION);
    }

    @Test
    void adds_a_dependency_with_the_flows_that_it_stands_for() {
        ResolvedChange change = SHOP.after(
                "addDependency: {from: search, to: payments, protocol: http, sends: [personal], receives: [cardholder]}");

        Dependency added = find(change, "dependency:search-to-payments", Dependency.class);
        assertThat(added.protocol()).isEqualTo("http");
        Flow sent = find(change, "flow:search-to-payments-sends", Flow.class);
        assertThat(sent.carries()).containsExactly("personal");
        Flow received = find(change, "flow:search-to-payments-receives", Flow.class);
        assertThat(received.to()).isEqualTo(ref("search"));
        assertThat(change.touched()).containsOnlyKeys(ref("payments"), ref("search"));
    }

    @Test
    void a_dependency_that_goes_takes_the_flows_along_that_it_stood_for() {
        Architecture shop = architecture()
                .component("checkout", "")
                .component("payments", "")
                .dependency("checkout", "payments", "sends: [personal]");

        ResolvedChange change = shop.after("removeDependency: {from: checkout, to: payments}");

        assertThat(change.after().find(ref("flow:checkout-to-payments-sends"))).isNull();
    }

    @Test
    void removes_what_is_declared_between_two_ends_but_not_what_was_seen() {
        Architecture shop = architecture()
                .component("checkout", "")
                .component("payments", "")
                .dependency("checkout", "payments", "criticality: hard")
                .with("Dependency", "traced", "from: checkout, to: payments, observed: '2026-11-01T00:00:00Z'");

        ResolvedChange change = shop.after("removeDependency: {from: checkout, to: payments}");

        assertThat(change.after().find(ref("dependency:checkout-to-payments"))).isNull();
        assertThat(change.after().find(ref("dependency:traced"))).isNotNull();
    }

    @Test
    void an_edge_goes_only_in_the_direction_that_is_said() {
        assertThat(mistakes("removeDependency: {from: payments, to: checkout}"))
                .singleElement()
                .asString()
                .contains("There is no dependency from 'component:default/payments' to 'component:default/checkout'");
    }

    @Test
    void adds_and_removes_flows() {
        ResolvedChange change = SHOP.after(
                "addFlow: {name: refunds, from: payments, to: checkout, carries: [cardholder]}",
                "removeFlow: {flow: orders}");

        assertThat(find(change, "flow:refunds", Flow.class).carries()).containsExactly("cardholder");
        assertThat(change.after().find(ref("flow:orders"))).isNull();
        assertThat(change.touched()).containsOnlyKeys(ref("checkout"), ref("payments"), ref("search"));
    }

    @Test
    void sets_in_the_environment_what_differs_by_environment_and_the_rest_on_the_component() {
        ResolvedChange change = SHOP.after("set: {component: checkout, replicas: 1, tier: 2}");

        assertThat(find(change, "deployment:checkout-production", Deployment.class)
                        .replicas())
                .isEqualTo(1);
        Component component = find(change, "checkout", Component.class);
        assertThat(component.tier()).isEqualTo(2);
        assertThat(component.replicas()).as("elsewhere").isEqualTo(3);
    }

    @Test
    void sets_attributes_of_a_deployment_on_the_component_that_is_deployed() {
        ResolvedChange change = SHOP.after(
                "set: {component: checkout, version: '3', placements: [{zone: eu-1a, replicas: 2}]}",
                "set: {component: checkout, region: null}");

        Deployment deployment = find(change, "deployment:checkout-production", Deployment.class);
        assertThat(deployment.version()).isEqualTo("3");
        assertThat(deployment.placements()).containsExactly(new Deployment.Placement("eu-1a", 2));
        assertThat(deployment.region()).isNull();
    }

    @Test
    void where_it_is_not_deployed_yet_only_what_a_deployment_alone_has_makes_one() {
        ResolvedChange change = SHOP.after(
                "set: {component: search, placements: [{zone: eu-1a, replicas: 2}]}",
                "set: {component: payments, replicas: 2}");

        assertThat(find(change, "deployment:search-production", Deployment.class)
                        .placements())
                .hasSize(1);
        assertThat(find(change, "payments", Component.class).replicas()).isEqualTo(2);
        assertThat(change.after().find(ref("deployment:payments-production"))).isNull();
    }

    @Test
    void a_renaming_reaches_every_reference() {
        ResolvedChange change = SHOP.after("rename: {component: checkout, to: till}");

        assertThat(change.after().find(ref("checkout"))).isNull();
        assertThat(find(change, "till", Component.class).tier()).isEqualTo(1);
        assertThat(find(change, "dependency:checkout-to-payments", Dependency.class)
                        .from())
                .isEqualTo(ref("till"));
        assertThat(find(change, "flow:orders", Flow.class).from()).isEqualTo(ref("till"));
        assertThat(find(change, "deployment:checkout-production", Deployment.class)
                        .component())
                .isEqualTo(ref("till"));
        assertThat(find(change, "slo:checkout-up", Slo.class).component()).isEqualTo(ref("till"));
    }

    @Test
    void an_owner_can_be_renamed_too() {
        ResolvedChange change = SHOP.after("rename: {entity: 'group:shop', to: store}");

        assertThat(find(change, "checkout", Component.class).owner()).isEqualTo(ref("group:store"));
    }

    @Test
    void a_new_name_must_be_free() {
        assertThat(mistakes("rename: {component: checkout, to: payments}"))
                .singleElement()
                .asString()
                .contains("'component:default/payments' exists already");
    }

    @Test
    void removes_what_belongs_to_a_component_along_with_it() {
        ResolvedChange change = SHOP.after("remove: {component: checkout}");

        assertThat(change.delta().removes())
                .containsExactlyInAnyOrder(
                        ref("checkout"),
                        ref("dependency:checkout-to-payments"),
                        ref("flow:orders"),
                        ref("deployment:checkout-production"),
                        ref("slo:checkout-up"));
    }

    @Test
    void what_went_with_another_may_be_removed_once_more_but_not_worked_with() {
        assertThat(SHOP.after("remove: {component: checkout}", "removeFlow: {flow: orders}")
                        .delta()
                        .removes())
                .contains(ref("flow:orders"));
        assertThat(mistakes("remove: {component: checkout}", "deploy: {component: checkout, version: '2'}"))
                .singleElement()
                .asString()
                .contains("there is no 'component:default/checkout' any more: an earlier operation took it away; leave"
                        + " this one out, or put it before that");
    }

    @Test
    void the_environment_that_a_change_is_judged_in_keeps_its_name() {
        assertThat(mistakes("rename: {entity: 'environment:production', to: prod}"))
                .singleElement()
                .asString()
                .contains("is where the change is judged, so it keeps its name");
    }

    @Test
    void what_others_need_stays() {
        assertThat(mistakes("remove: {component: payments}"))
                .singleElement()
                .asString()
                .contains("still needed by dependency:default/checkout-to-payments");
        assertThat(SHOP.after("removeDependency: {from: checkout, to: payments}", "remove: {component: payments}")
                        .after()
                        .find(ref("payments")))
                .isNull();
    }

    @Test
    void tells_every_unknown_reference_at_once_with_the_nearest_names() {
        assertThat(mistakes(
                        "deploy: {component: chekout, version: '2'}",
                        "addDependency: {from: checkout, to: paymets}",
                        "set: {component: serch, tier: 2}"))
                .hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first.toString()).contains("chekout", "'checkout'"),
                        second -> assertThat(second.toString()).contains("paymets", "'payments'"),
                        third -> assertThat(third.toString()).contains("serch", "'search'"));
    }

    @Test
    void tells_where_each_unknown_reference_stands() {
        Document document = Architecture.document("""
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: c2}
                spec:
                  environment: prodution
                  requestedBy: shp
                  initiative: loyalty
                  operations:
                    - deploy: {component: search, version: '2'}
                    - deploy: {component: nosuch, version: '2'}
                    - addFlow: {from: checkout, to: nosuch, carries: [personal]}
                    - set: {component: nosuch, tier: 2}
                    - set: {entity: 'slo:nosuch', objective: 0.9}
                    - set: {component: search, owner: shp}
                    - removeFlow: {flow: nosuch}
                    - rename: {component: search, to: checkout}
                    - remove: {component: payments}
                    - declare:
                        apiVersion: gatehouse.dev/v1
                        kind: System
                        metadata: {name: sales}
                        spec: {owner: shop, domain: selling}
                """);
        Change change = ChangeReader.read(document).orThrow();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ChangeResolver.resolve(
                        change, SHOP.snapshot(), EntityPatch::patched, ChangeReader.places(document)))
                .satisfies(e -> assertThat(e.diagnostics())
                        .allMatch(wrong -> wrong.toString().startsWith("test.yaml:"))
                        .extracting(wrong -> wrong.line() + ":" + wrong.column() + " " + wrong.pointer())
                        .containsExactly(
                                "5:3 /spec/environment",
                                "6:3 /spec/requestedBy",
                                "7:3 /spec/initiative",
                                "10:16 /spec/operations/1/deploy/component",
                                "11:33 /spec/operations/2/addFlow/to",
                                "12:13 /spec/operations/3/set/component",
                                "13:13 /spec/operations/4/set/entity",
                                "14:32 /spec/operations/5/set/owner",
                                "15:20 /spec/operations/6/removeFlow/flow",
                                "16:35 /spec/operations/7/rename/to",
                                "17:7 /spec/operations/8/remove",
                                "22:29 /spec/operations/9/declare/spec/domain"));
    }

    @Test
    void later_operations_see_what_earlier_ones_made() {
        ResolvedChange change = SHOP.after(
                "declare: {apiVersion: gatehouse.dev/v1, kind: Component, metadata: {name: loyalty}, spec: {tier: 3}}",
                "addDependency: {from: checkout, to: loyalty, criticality: soft}",
                "set: {entity: 'dependency:checkout-to-loyalty', criticality: hard}",
                "rename: {component: loyalty, to: rewards}");

        Dependency dependency = find(change, "dependency:checkout-to-loyalty", Dependency.class);
        assertThat(dependency.to()).isEqualTo(ref("rewards"));
        assertThat(dependency.criticality()).hasToString("HARD");
    }

    private static List<Diagnostic> mistakes(String... operations) {
        InvalidInputException[] caught = new InvalidInputException[1];
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SHOP.after(operations))
                .satisfies(e -> caught[0] = e);
        return caught[0].diagnostics();
    }

    private static <T> T find(ResolvedChange change, String ref, Class<T> type) {
        EntityRef name = ref(ref);
        return type.cast(Objects.requireNonNull(change.after().find(name), ref).entity());
    }
}
