package dev.gatehouse.facts.assembly;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.facts.Elsewhere;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherEnvironmentsTest {
    private static final String SHARED = "shared";
    private static final String OWN = "own";
    private static final Architecture TESTED = shop("production: false");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set: {component: checkout, tier: 2}",
                "set: {component: payments, replicas: 1}",
                "addDependency: {from: checkout, to: payments}",
                "addFlow: {name: cards, from: checkout, to: payments}",
                "set: {entity: 'group:shop', title: Shop}",
                "rename: {entity: 'group:shop', to: store}",
                "rename: {component: payments, to: billing}",
                "declare: {apiVersion: gatehouse.dev/v1, kind: Component, metadata: {name: loyalty}, spec: {}}",
                "declare: {apiVersion: gatehouse.dev/v1, kind: SLO, metadata: {name: up}, spec: {component: checkout, "
                        + "indicator: availability, objective: 0.9, window: 7d}}",
            })
    void what_is_no_deployment_holds_in_production_too(String operation) {
        assertThat(elsewhere(TESTED, "staging", operation)).containsExactly("production true " + SHARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set: {entity: 'deployment:checkout-production', replicas: 1}",
                "set: {entity: 'deployment:checkout-production', environment: staging}",
                "set: {entity: 'deployment:checkout-staging', environment: production}",
                "remove: {entity: 'deployment:checkout-production'}",
                "set: {entity: 'environment:production', production: false}",
                "declare: {apiVersion: gatehouse.dev/v1, kind: Deployment, metadata: {name: payments-production}, "
                        + "spec: {component: payments, environment: production}}",
            })
    void a_deployment_stands_in_one_environment_and_an_environment_is_its_own(String operation) {
        assertThat(elsewhere(TESTED, "staging", operation)).containsExactly("production true " + OWN);
        assertThat(elsewhere(TESTED, "production", operation)).isEmpty();
    }

    @Test
    void what_goes_with_a_component_takes_effect_where_it_stood() {
        List<Elsewhere> found = found(TESTED, "staging", "remove: {component: checkout}");

        assertThat(found).extracting(Elsewhere::own).containsExactly(true, false);
        assertThat(found.getFirst().altered()).containsExactly(ref("deployment:checkout-production"));
        assertThat(found.getLast().altered()).containsExactly(ref("checkout"));
    }

    @Test
    void what_stays_in_its_own_environment_or_stays_as_it_is_takes_effect_nowhere_else() {
        assertThat(elsewhere(TESTED, "staging", "deploy: {component: checkout, version: '2'}"))
                .isEmpty();
        assertThat(elsewhere(TESTED, "staging", "set: {component: checkout, replicas: 1}"))
                .isEmpty();
        assertThat(elsewhere(TESTED, "staging", "set: {component: checkout, tier: 1}"))
                .isEmpty();
        assertThat(elsewhere(
                        TESTED,
                        "staging",
                        "declare: {apiVersion: gatehouse.dev/v1, kind: Environment, metadata: {name: laboratory}, "
                                + "spec: {production: false}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rename: {entity: 'deployment:checkout-production', to: checkout-there}",
                "rename: {entity: 'group:shop', to: store}",
                "rename: {component: payments, to: billing}",
            })
    void what_is_renamed_counts_once_under_its_new_name(String operation) {
        assertThat(found(TESTED, "staging", operation)).singleElement().satisfies(one -> {
            assertThat(one.count()).isEqualTo(1);
            assertThat(one.altered()).extracting(EntityRef::name).containsAnyOf("checkout-there", "store", "billing");
        });
    }

    @Test
    void an_environment_is_known_by_its_new_name() {
        assertThat(found(TESTED, "staging", "rename: {entity: 'environment:production', to: live}"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.ref()).isEqualTo(ref("environment:live"));
                    assertThat(one.own()).isTrue();
                    assertThat(one.altered())
                            .containsExactly(ref("environment:live"), ref("deployment:checkout-production"));
                });
    }

    @Test
    void a_change_does_not_say_for_itself_what_is_production() {
        assertThat(found(TESTED, "staging", "set: {entity: 'environment:staging', production: true}"))
                .isEmpty();
        assertThat(elsewhere(TESTED, "staging", "set: {entity: 'environment:production', production: false}"))
                .containsExactly("production true " + OWN);
        assertThat(found(TESTED, "staging", "set: {component: checkout, tier: 2}"))
                .extracting(Elsewhere::judgedInProduction)
                .containsExactly(false);
    }

    @Test
    void what_happened_and_what_is_planned_runs_nowhere() {
        assertThat(
                        elsewhere(
                                TESTED,
                                "staging",
                                "declare: {apiVersion: gatehouse.dev/v1, kind: Initiative, metadata: {name: points}, spec: {}}"))
                .isEmpty();
    }

    @Test
    void only_what_is_known_to_be_no_production_is_left_out() {
        String operation = "set: {component: checkout, tier: 2}";

        assertThat(elsewhere(shop("production: true"), "production", operation))
                .containsExactly("staging true " + SHARED);
        assertThat(elsewhere(shop(""), "production", operation)).containsExactly("staging null " + SHARED);
        assertThat(elsewhere(TESTED, "production", operation)).isEmpty();
    }

    private static Architecture shop(String staging) {
        return architecture()
                .with("Environment", "staging", staging)
                .with("Group", "shop", "")
                .component("checkout", "tier: 1")
                .component("payments", "tier: 1")
                .with("Deployment", "checkout-production", "component: checkout, environment: production, replicas: 4")
                .with("Deployment", "checkout-staging", "component: checkout, environment: staging, replicas: 2");
    }

    private static List<String> elsewhere(Architecture shop, String environment, String operation) {
        return found(shop, environment, operation).stream()
                .map(one -> one.ref().name() + " " + one.production() + " " + (one.own() ? OWN : SHARED))
                .toList();
    }

    private static List<Elsewhere> found(Architecture shop, String environment, String operation) {
        Change change = Architecture.changeOf("change", "environment: " + environment, operation);
        return new OtherEnvironments(ChangeResolver.resolve(change, shop.snapshot(), EntityPatch::patched)).all();
    }
}
