package dev.gatehouse.rules.drools;

import static dev.gatehouse.rules.drools.Sheets.CHECKOUT;
import static dev.gatehouse.rules.drools.Sheets.PAYMENTS;
import static dev.gatehouse.rules.drools.Sheets.needs;
import static dev.gatehouse.rules.drools.Sheets.sheet;
import static dev.gatehouse.rules.drools.Sheets.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.facts.Circle;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Question;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.rules.RuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {
    private static final List<RuleSource> SOURCES =
            RuleFolders.read(List.of(Path.of(System.getProperty("gatehouse.root", ".."), "rules")));
    private static DroolsJudge judge;

    @BeforeAll
    static void compile() {
        judge = DroolsJudge.of(RuleReader.read(SOURCES, Map.of()));
    }

    @Test
    void nothing_is_wrong_with_them() {
        assertThat(Lint.check(SOURCES, Map.of())).isEmpty();
    }

    @Test
    void names_both_tiers_of_an_inversion() {
        FactSheet sheet = sheet(
                subject(CHECKOUT, 1, 2),
                needs(CHECKOUT, PAYMENTS, 3, Criticality.HARD, "http", Duration.ofSeconds(2)),
                needs(CHECKOUT, Sheets.component("search"), 3, Criticality.SOFT, "http", Duration.ofSeconds(2)),
                needs(CHECKOUT, Sheets.component("stock"), 1, Criticality.HARD, "http", Duration.ofSeconds(2)));

        assertThat(ask(sheet)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("checkout (tier 1) fails without payments, which is only tier 3.");
            assertThat(finding.key()).containsExactly(CHECKOUT.toString(), PAYMENTS.toString());
            assertThat(finding.measure()).hasToString("3 tier (at most 1 tier)");
        });
    }

    @Test
    void names_a_call_without_timeout_and_leaves_queues_alone() {
        FactSheet sheet = sheet(
                subject(CHECKOUT, 1, 2),
                needs(CHECKOUT, PAYMENTS, 1, Criticality.HARD, "grpc", null),
                needs(CHECKOUT, Sheets.component("stock"), 1, Criticality.HARD, "amqp", null));

        assertThat(ask(sheet))
                .extracting(Finding::message)
                .containsExactly("checkout fails without payments and calls it over grpc with no timeout.");
    }

    @Test
    void shows_the_way_around_a_circle() {
        EntityRef edge = EntityRef.of(Kind.DEPENDENCY, "a");
        Circle circle = new Circle(
                EntityRef.of(Kind.CYCLE, "checkout"),
                List.of(CHECKOUT, PAYMENTS),
                List.of(new Hop(CHECKOUT, edge, PAYMENTS), new Hop(PAYMENTS, edge, CHECKOUT)));

        assertThat(ask(sheet(circle))).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("2 components need each other in a circle of hard dependencies: checkout, payments.");
            assertThat(finding.key()).containsExactly(CHECKOUT.toString(), PAYMENTS.toString());
            assertThat(finding.path()).hasSize(2);
        });
    }

    private static List<Finding> ask(FactSheet sheet) {
        List<String> asked = List.of("tier-inversion", "hard-dependency-without-timeout", "dependency-circle");
        return judge.judge(List.of(new Question(sheet, asked))).getFirst().findings();
    }
}
