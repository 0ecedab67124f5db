package dev.gatehouse.policies.opa;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.facts.assembly.Assembler;
import dev.gatehouse.facts.assembly.RuleInterests;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetInputTest {
    @Test
    void what_stands_once_is_one_thing_and_components_are_a_list() {
        RuleInterests interests = new RuleInterests(
                List.of(
                        new RuleInterests.Interest(
                                SubjectKind.SYSTEM,
                                Set.of(PartName.GROUPING, PartName.COMPONENTS),
                                RuleInterests.When.DIFFERENT),
                        new RuleInterests.Interest(
                                SubjectKind.COMPONENT, Set.of(PartName.SUBJECT), RuleInterests.When.DIFFERENT)),
                Map.of());
        List<ObjectNode> inputs = new Assembler(
                        Architecture.PRODUCTION, interests, Actor.ADMINISTRATOR, Instant.parse("2026-11-20T12:00:00Z"))
                .fleet(architecture()
                        .with("System", "front", "owner: shop")
                        .component("web", "system: front, tier: 1")
                        .component("checkout", "system: front, tier: 2")
                        .snapshot())
                .map(SheetInput::of)
                .toList();

        assertThat(inputs)
                .filteredOn(input -> input.path("kind").asText().equals("component"))
                .extracting(input -> input.at("/subject/tier").asInt())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(inputs)
                .filteredOn(input -> input.path("kind").asText().equals("system"))
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.path("components")).hasSize(2);
                    assertThat(input.at("/grouping/owner").asText()).isEqualTo("group:default/shop");
                });
    }
}
