package dev.gatehouse.facts.assembly;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Lowered;
import dev.gatehouse.facts.Proposal;
import dev.gatehouse.facts.Purpose;
import dev.gatehouse.facts.Touched;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Question;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeSheetTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Actor ASKING = new Actor("ci", Set.of(Actor.Role.OPERATOR));
    private static final Architecture SHOP = architecture()
            .with("Group", "shop", "")
            .with("Group", "bank", "")
            .with("User", "ines", "memberOf: [shop]")
            .with("Initiative", "figures", "carbonAllowance: 25")
            .component("checkout", "tier: 1, owner: shop, dataClassification: [personal], clearedFor: [personal]")
            .component("search", "tier: 3")
            .with("SLO", "checkout-up", "component: checkout, indicator: availability, objective: 0.999, window: 30d");

    @Test
    void nobody_joins_a_group_in_the_change_that_it_asks_for() {
        FactSheet sheet = sheet(
                "requestedBy: 'user:ines'",
                "set: {entity: 'user:ines', memberOf: [shop, bank]}",
                "deploy: {component: checkout, version: '2'}");

        assertThat(first(sheet, Proposal.class).requesterGroups()).containsExactly(ref("group:shop"));
    }

    @Test
    void an_environment_stays_production_for_the_change_that_says_otherwise() {
        assertThat(production("set: {entity: 'environment:production', production: false}"))
                .isTrue();
        assertThat(production("set: {entity: 'environment:production', production: null}"))
                .isTrue();
        assertThat(production("deploy: {component: checkout, version: '2'}")).isTrue();
    }

    private static boolean production(String operation) {
        return Boolean.TRUE.equals(first(sheet("", operation), Proposal.class).production());
    }

    @Test
    void an_initiative_keeps_its_allowance_for_the_change_that_raises_it_or_does_away_with_it() {
        assertThat(allowance("set: {entity: 'initiative:figures', carbonAllowance: 100}"))
                .isEqualByComparingTo("25");
        assertThat(allowance("set: {entity: 'initiative:figures', carbonAllowance: null}"))
                .isEqualByComparingTo("25");
        assertThat(allowance("remove: {entity: 'initiative:figures'}")).isEqualByComparingTo("25");
        assertThat(allowance("set: {entity: 'initiative:figures', carbonAllowance: 10}"))
                .isEqualByComparingTo("10");
    }

    private static BigDecimal allowance(String operation) {
        return Objects.requireNonNull(
                first(sheet("initiative: figures", operation), Purpose.class).carbonAllowance());
    }

    @Test
    void what_is_touched_is_as_critical_as_it_was_or_becomes_and_belongs_to_whom_it_belonged() {
        Touched lowered = first(sheet("", "set: {component: checkout, tier: 3, owner: bank}"), Touched.class);
        Touched unknown = first(sheet("", "set: {component: checkout, tier: null}"), Touched.class);
        Touched raised = first(sheet("", "set: {component: search, tier: 2, owner: bank}"), Touched.class);
        Touched gone = first(sheet("", "remove: {component: checkout}"), Touched.class);

        assertThat(List.of(lowered, unknown, raised, gone))
                .extracting(Touched::tier)
                .containsExactly(1, 1, 2, 1);
        assertThat(lowered.owner()).isEqualTo(ref("group:shop"));
    }

    @Test
    void a_promise_that_is_as_strict_takes_the_place_of_another() {
        String gone = "remove: {entity: 'slo:checkout-up'}";
        String other =
                "declare: {apiVersion: gatehouse.dev/v1, kind: SLO, metadata: {name: other}, spec: {component: %s, "
                        + "indicator: availability, objective: %s, window: 7d}}";

        assertThat(lowered(gone)).containsExactly("slo:default/checkout-up objective");
        assertThat(lowered(gone, other.formatted("checkout", "0.999"))).isEmpty();
        assertThat(lowered(gone, other.formatted("checkout", "0.99"))).hasSize(1);
        assertThat(lowered(gone, other.formatted("search", "0.999"))).hasSize(1);
    }

    @Test
    void who_asks_and_when_stand_on_it_whatever_rules_look_at() {
        Change change =
                Architecture.changeOf("change", "environment: production", "set: {component: checkout, tier: 2}");
        ResolvedChange resolved = ChangeResolver.resolve(change, SHOP.snapshot(), EntityPatch::patched);
        FactSheet sheet = new ChangeSheet(
                        resolved,
                        EnvironmentViews.of(resolved, Architecture.PRODUCTION),
                        new RuleInterests(List.of(), Map.of()),
                        ASKING,
                        NOW)
                .build()
                .build();

        assertThat(first(sheet, Proposal.class).actor()).isEqualTo(ASKING);
        assertThat(first(sheet, Proposal.class).time()).isEqualTo(NOW);
        assertThat(FactSheet.read(Json.bytes(sheet))).isEqualTo(sheet);
    }

    private static List<String> lowered(String... operations) {
        return sheet("", operations)
                .facts()
                .filter(Lowered.class::isInstance)
                .map(Lowered.class::cast)
                .map(fact -> fact.ref() + " " + fact.safeguard())
                .toList();
    }

    @Test
    void each_lowered_safeguard_is_a_finding_with_a_key_of_its_own_that_tells_where_it_was_declared() {
        FactSheet sheet = sheet(
                "", "set: {component: checkout, tier: 2, dataClassification: [], clearedFor: [health, personal]}");

        List<Finding> findings = ShippedRules.only("safeguard-lowered")
                .judge(List.of(new Question(sheet, List.of("safeguard-lowered"))))
                .getFirst()
                .findings();

        assertThat(findings)
                .extracting(Finding::key)
                .containsExactly(
                        List.of("component:default/checkout clearedFor"),
                        List.of("component:default/checkout dataClassification"),
                        List.of("component:default/checkout tier"));
        assertThat(findings.getLast().measure()).hasToString("2 tier (at most 1 tier)");
        assertThat(findings.getLast().facts().getFirst().value()).isEqualTo("1");
        assertThat(sheet.sources().get(ref("checkout"))).hasToString("catalog.yaml:27");
    }

    private static FactSheet sheet(String attributes, String... operations) {
        String all = attributes.isEmpty() ? "environment: production" : "environment: production, " + attributes;
        Change change = Architecture.changeOf("change", all, operations);
        RuleInterests everything = new RuleInterests(
                List.of(new RuleInterests.Interest(
                        SubjectKind.CHANGE, EnumSet.allOf(PartName.class), RuleInterests.When.ALWAYS)),
                Map.of());
        ResolvedChange resolved = ChangeResolver.resolve(change, SHOP.snapshot(), EntityPatch::patched);
        return new ChangeSheet(
                        resolved, EnvironmentViews.of(resolved, Architecture.PRODUCTION), everything, ASKING, NOW)
                .build()
                .build();
    }

    private static <T extends Fact> T first(FactSheet sheet, Class<T> type) {
        return Objects.requireNonNull(sheet.first(type));
    }
}
