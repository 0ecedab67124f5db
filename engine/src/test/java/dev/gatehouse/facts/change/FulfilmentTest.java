package dev.gatehouse.facts.change;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.model.change.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FulfilmentTest {
    private static final String DEPLOYED = "component: checkout, environment: production, version: '2'";

    private static Architecture shop() {
        return architecture()
                .component("checkout", "")
                .component("payments", "")
                .with("Deployment", "checkout-there", "component: checkout, environment: production, version: '1'")
                .dependency("payments", "checkout", "")
                .with("Flow", "bills", "from: payments, to: checkout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy: {component: checkout, version: '2'}",
                "set: {component: checkout, tier: 1}",
                "set: {component: checkout, replicas: 3}",
                "addDependency: {from: checkout, to: payments, timeout: 2s, sends: [personal]}",
                "removeDependency: {from: payments, to: checkout}",
                "removeDependency: {dependency: payments-to-checkout}",
                "addFlow: {name: orders, from: checkout, to: payments, carries: [personal]}",
                "removeFlow: {flow: bills}",
                "removeFlow: {from: payments, to: checkout}",
                "rename: {component: checkout, to: basket}",
                "rename: {component: checkout, to: basket}}, {deploy: {component: basket, version: '2'}}, {rename: {component: basket, to: till}",
                "remove: {component: payments}",
                "set: {component: checkout, tier: 1}}, {rename: {component: checkout, to: basket}}, {set: {component: basket, replicas: 2}",
                "addDependency: {from: checkout, to: payments}}, {rename: {component: checkout, to: basket}"
            })
    void a_change_is_shown_by_what_it_makes_and_not_before(String operations) {
        Change change = Architecture.change("change", operations);
        ResolvedChange resolved = ChangeResolver.resolve(change, shop().snapshot(), EntityPatch::patched);

        assertThat(Fulfilment.of(change, resolved.before(), EntityPatch::patched))
                .isFalse();
        assertThat(Fulfilment.of(change, resolved.after(), EntityPatch::patched))
                .isTrue();
    }

    @Test
    void one_operation_that_is_not_true_yet_keeps_it_open() {
        Change change = Architecture.change(
                "change", "set: {component: checkout, tier: 1}", "deploy: {component: checkout, version: '2'}");

        assertThat(isShown(change, shop().with("Deployment", "d", DEPLOYED))).isFalse();
        assertThat(isShown(
                        change, architecture().component("checkout", "tier: 1").with("Deployment", "d", DEPLOYED)))
                .isTrue();
    }

    @Test
    void a_dependency_may_have_another_name_and_say_more_but_not_less() {
        Change change = Architecture.change(
                "change", "addDependency: {from: checkout, to: payments, criticality: hard, timeout: 2s}");

        assertThat(isShown(change, named("criticality: hard, timeout: 2s, retries: 0")))
                .isTrue();
        assertThat(isShown(change, named("criticality: hard"))).isFalse();
        assertThat(isShown(change, named("criticality: soft, timeout: 2s"))).isFalse();
    }

    private static Architecture named(String attributes) {
        return shop().with("Dependency", "pays", "from: checkout, to: payments, " + attributes);
    }

    @Test
    void what_alters_nothing_or_names_what_is_not_there_is_never_shown() {
        Change nothing = new Change(
                Architecture.ref("change:change"),
                null,
                Architecture.PRODUCTION,
                null,
                null,
                null,
                List.of(),
                List.of());
        assertThat(isShown(nothing, shop())).isFalse();
        assertThat(isShown(Architecture.change("change", "set: {component: gone, tier: 1}"), shop()))
                .isFalse();
    }

    private static boolean isShown(Change change, Architecture shown) {
        return Fulfilment.of(change, shown.snapshot(), EntityPatch::patched);
    }
}
