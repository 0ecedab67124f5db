package dev.gatehouse.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.usecase.TestRules;
import dev.gatehouse.verdict.Gate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {
    private static List<TestRules.Outcome> outcomes = List.of();

    @BeforeAll
    static void run() {
        outcomes =
                Shipped.testRules().run(Actor.ADMINISTRATOR, Shipped.folders()).outcomes();
    }

    @TestFactory
    Stream<DynamicTest> every_case_gives_what_it_expects() {
        return outcomes.stream()
                .map(outcome -> dynamicTest(outcome.rule() + ": " + outcome.name(), () -> {
                    assertThat(outcome.unexpected())
                            .as("%s: not expected", outcome.file())
                            .isEmpty();
                    assertThat(outcome.missing())
                            .as("%s: did not come", outcome.file())
                            .isEmpty();
                }));
    }

    @Test
    void every_rule_has_a_case_that_finds_and_one_that_stays_quiet() {
        assertThat(Shipped.sources()).extracting(RuleSource::id).allSatisfy(rule -> {
            assertThat(outcomes)
                    .anyMatch(outcome -> outcome.rule().equals(rule) && outcome.finds())
                    .anyMatch(outcome -> outcome.rule().equals(rule) && !outcome.finds());
        });
    }

    @Test
    void every_rule_is_of_a_gate_that_ships_and_every_gate_has_rules() {
        assertThat(Shipped.gates())
                .extracting(Gate::name)
                .containsExactly(
                        "compliance", "cost", "drift", "performance", "resilience", "risk", "sustainability", "value")
                .containsExactlyInAnyOrderElementsOf(Shipped.sources().stream()
                        .map(RuleSource::gate)
                        .distinct()
                        .toList());
    }

    /// To write them anew, run with `-Dgatehouse.golden=write`.
    @TestFactory
    Stream<DynamicTest> every_readme_tells_the_rules_of_its_gate() {
        RuleSet rules = RuleReader.read(Shipped.sources(), Map.of());
        return Shipped.gates().stream()
                .map(gate -> dynamicTest(gate.name(), () -> {
                    Path file = Shipped.root().resolve("rules/" + gate.name() + "/README.md");
                    List<RuleSet.Definition> own = rules.definitions().stream()
                            .filter(definition -> definition.rule().gate().equals(gate.name()))
                            .toList();
                    String refreshed = RuleTables.refreshed(Shipped.text(file), gate, own);
                    if ("write".equals(System.getProperty("gatehouse.golden"))) {
                        Files.writeString(file, refreshed);
                    }
                    assertThat(Shipped.text(file)).isEqualTo(refreshed);
                }));
    }
}
