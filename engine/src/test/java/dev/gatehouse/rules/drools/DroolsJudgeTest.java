package dev.gatehouse.rules.drools;

import static dev.gatehouse.rules.drools.Sheets.CHECKOUT;
import static dev.gatehouse.rules.drools.Sheets.PAYMENTS;
import static dev.gatehouse.rules.drools.Sheets.needs;
import static dev.gatehouse.rules.drools.Sheets.sheet;
import static dev.gatehouse.rules.drools.Sheets.subject;
import static dev.gatehouse.rules.drools.Texts.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Citation;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.rules.RuleSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DroolsJudgeTest {
    private static final Subject ONE_REPLICA = subject(CHECKOUT, 1, 1);
    private static final RuleSource REPLICAS = rule("replicas", """
            $s : Subject(replicas != null, replicas < 2)
            """, """
            findings.report($s.ref().shortName() + " has " + $s.replicas() + " replica",
                Citation.of($s.ref(), "replicas", $s.replicas()),
                Measure.atLeast($s.replicas(), 2, "replicas"));
            """);
    private static final RuleSource EDGES = rule(
            "edges",
            "$n : Needs(criticality == Criticality.HARD)",
            "findings.report(\"needs \" + $n.other().ref().shortName(), $n);");

    private static final String CRITICALITY = "import dev.gatehouse.model.component.Criticality;\n";

    @Test
    void reports_a_finding_with_its_measure_facts_and_metadata() {
        Finding finding = judge(ONE_REPLICA, REPLICAS).findings().getFirst();

        assertThat(finding)
                .isEqualTo(new Finding(
                        "replicas",
                        CHECKOUT,
                        List.of(),
                        Severity.HIGH,
                        "checkout has 1 replica",
                        Measure.atLeast(1, 2, "replicas"),
                        List.of(),
                        List.of(Citation.of(CHECKOUT, "replicas", 1))));
        Rule rule = RuleReader.read(List.of(REPLICAS), Map.of()).rules().getFirst();
        assertThat(rule.title()).isEqualTo("It's a title, with (brackets)");
        assertThat(rule.needs()).hasToString("[subject.tier]");
        assertThat(rule.key()).isEqualTo(Rule.Key.ENDS);
    }

    @Test
    void keys_a_finding_about_an_edge_by_both_ends_and_shows_the_hop() {
        FactSheet sheet = sheet(ONE_REPLICA, needs(CHECKOUT, PAYMENTS, 1, Criticality.HARD, null, null));

        Finding finding = judge(sheet, withImport(EDGES)).findings().getFirst();

        assertThat(finding.key()).containsExactly(CHECKOUT.toString(), PAYMENTS.toString());
        assertThat(finding.path())
                .singleElement()
                .satisfies(hop -> assertThat(hop.edge()).hasToString("dependency:default/checkout-to-payments"));
    }

    @Test
    void answers_a_fleet_that_several_threads_judge_in_the_order_of_the_questions() {
        DroolsJudge judge = DroolsJudge.of(RuleReader.read(List.of(REPLICAS), Map.of()));
        List<Question> fleet = IntStream.range(0, 1_000)
                .mapToObj(i -> sheet(subject(Sheets.component("service-" + i), 1, i % 3)))
                .map(sheet -> new Question(sheet, List.of("replicas")))
                .toList();

        List<Judgement> answers = judge.judge(fleet);

        assertThat(answers)
                .isEqualTo(fleet.stream()
                        .map(question -> judge.judge(List.of(question)).getFirst())
                        .toList());
        assertThat(answers.stream().filter(answer -> !answer.findings().isEmpty()))
                .hasSize(667);
    }

    @Test
    void counts_the_same_finding_once() {
        RuleSource twice = rule("twice", "Subject() String() or Subject()", "findings.report(\"once\");");

        assertThat(judge(ONE_REPLICA, twice).findings()).hasSize(1);
    }

    @Test
    void asks_only_the_rules_that_the_question_names() {
        RuleSource other = rule("other", "Subject()", "findings.report(\"other\");");
        DroolsJudge judge = DroolsJudge.of(RuleReader.read(List.of(REPLICAS, other), Map.of()));

        Judgement judgement = judge.judge(List.of(new Question(sheet(ONE_REPLICA), List.of("other", "unknown"))))
                .getFirst();

        assertThat(judgement.findings()).extracting(Finding::ruleId).containsExactly("other");
    }

    @Test
    void sums_contributions_to_a_capped_score() {
        RuleSource risk = rule("risk", "Subject($t : tier)", """
                findings.contribute("tier", 80.5, "its tier is " + $t);
                findings.contribute("replicas", 30, "it has one replica");
                """);

        assertThat(judge(ONE_REPLICA, risk).scores()).singleElement().satisfies(score -> {
            assertThat(score.value()).isEqualByComparingTo(new BigDecimal(100));
            assertThat(score.contributions()).extracting("name").containsExactly("replicas", "tier");
        });
    }

    @Test
    void a_gate_changes_parameters() {
        RuleSource minimum = parameter(rule("minimum", """
                Parameter(rule == "minimum", name == "least", $least : value)
                Subject($r : replicas, replicas < $least)
                """, "findings.report($r + \" of \" + $least);"));

        assertThat(judge(ONE_REPLICA, minimum).findings())
                .extracting(Finding::message)
                .containsExactly("1 of 2");
        Adjustment adjusted = new Adjustment(false, false, null, Map.of("least", "3"));
        DroolsJudge judge = DroolsJudge.of(RuleReader.read(List.of(minimum), Map.of("minimum", adjusted)));
        assertThat(ask(judge, sheet(ONE_REPLICA)).findings())
                .extracting(Finding::message)
                .containsExactly("1 of 3");
        assertThat(judge.digest())
                .isEqualTo(DroolsJudge.of(RuleReader.restore(judge.texts())).digest());
    }

    @Test
    void a_rule_that_loops_is_named_and_the_others_still_count() {
        RuleSource loop = Texts.source(
                "loop",
                Texts.head("loop") + "declare Again\n    step : int\nend\n\n"
                        + Texts.body("loop", "Subject()", "insert(new Again(0));")
                        + "rule \"loop: on\" when Again($n : step) then insert(new Again($n + 1)); "
                        + "findings.report(\"again\"); end\n");

        Judgement judgement = judge(ONE_REPLICA, loop, REPLICAS);

        assertThat(judgement.failed()).containsOnlyKeys("loop");
        assertThat(judgement.failed().get("loop")).startsWith("it fired more than 10010 times");
        assertThat(judgement.findings()).extracting(Finding::ruleId).containsExactly("replicas");
    }

    @Test
    void a_consequence_that_throws_is_named_and_the_others_still_count() {
        RuleSource divides = rule("divides", "$s : Subject()", """
                findings.report("before");
                findings.report("after " + 1 / ($s.replicas() - 1));
                """);
        RuleSource misses = rule("misses", "$s : Subject()", "findings.report($s.region().strip());");

        Judgement judgement = judge(ONE_REPLICA, divides, misses, REPLICAS);

        assertThat(judgement.failed()).containsOnlyKeys("divides", "misses");
        assertThat(judgement.failed().get("divides")).isEqualTo("its consequence failed: / by zero");
        assertThat(judgement.failed().get("misses")).contains("Cannot invoke").doesNotContain("\n");
        assertThat(judgement.findings()).extracting(Finding::ruleId).containsExactly("replicas");
    }

    @Test
    void a_condition_that_throws_fails_its_own_rule_only_and_leaves_the_next_sheet_alone() {
        RuleSource misses = rule("misses", "Subject(region.length() > 3)", "findings.report(\"far\");");
        DroolsJudge judge = DroolsJudge.of(RuleReader.read(List.of(misses, REPLICAS), Map.of()));

        for (int i = 0; i < 5; i++) {
            Judgement judgement = ask(judge, sheet(ONE_REPLICA));
            assertThat(judgement.failed()).containsOnlyKeys("misses");
            assertThat(judgement.failed().get("misses")).startsWith("a condition of it failed: Cannot invoke");
            assertThat(judgement.findings()).extracting(Finding::ruleId).containsExactly("replicas");
            assertThat(ask(judge, sheet(subject(PAYMENTS, 1, 1))).findings())
                    .extracting(Finding::subject)
                    .containsExactly(PAYMENTS);
        }
    }

    @Test
    void goes_on_when_many_other_sets_were_built_since() {
        RuleSource misses = rule("misses", "Subject(region.length() > 3)", "findings.report(\"far\");");
        DroolsJudge old = DroolsJudge.of(RuleReader.read(List.of(misses, REPLICAS), Map.of()));
        for (int i = 0; i < 12; i++) {
            DroolsJudge.of(RuleReader.read(List.of(REPLICAS), Map.of()));
        }

        assertThat(ask(old, sheet(ONE_REPLICA)).findings())
                .extracting(Finding::ruleId)
                .containsExactly("replicas");
    }

    @Test
    void sums_derived_facts_once_all_are_there() {
        RuleSource sum = Texts.source(
                "sum",
                Texts.head("sum") + "declare Part\n    name : String\n    size : int\nend\n\n"
                        + Texts.body("sum", "$n : Needs($t : other.tier)", "insert(new Part($n.ref().name(), $t));")
                        + "rule \"sum: all\" salience -10 when accumulate(Part($size : size); $all : sum($size); $all > 0)"
                        + " then findings.report(\"in all \" + $all); end\n");
        FactSheet sheet = sheet(
                ONE_REPLICA,
                needs(CHECKOUT, PAYMENTS, 2, Criticality.HARD, null, null),
                needs(CHECKOUT, Sheets.component("stock"), 3, Criticality.HARD, null, null));

        assertThat(judge(sheet, sum).findings()).extracting(Finding::message).containsExactly("in all 5");
    }

    @Test
    void takes_the_newer_java_that_compiles() {
        RuleSource modern = rule("modern", "$s : Subject($tier : tier)", """
                var tier = $tier;
                String word = switch (tier) { case 1 -> "first"; default -> "other"; };
                Fact any = $s;
                if (any instanceof Subject subject && subject.deployed()) { findings.report(word); }
                """);

        assertThat(judge(ONE_REPLICA, modern).findings())
                .extracting(Finding::message)
                .containsExactly("first");
    }

    @Test
    void a_rule_that_takes_too_long_fails_as_not_replayable() {
        DroolsJudge judge =
                DroolsJudge.of(RuleReader.read(List.of(REPLICAS), Map.of()), new Budget(10, Duration.ofNanos(1)));

        assertThat(ask(judge, sheet(ONE_REPLICA)).failed().get("replicas")).contains(Failure.NOT_REPLAYABLE);
    }

    @Test
    @Timeout(60)
    void a_condition_that_does_not_end_fails_its_own_rule_only_and_is_not_begun_again_while_it_runs() {
        RuleSource endless = rule("endless", "Subject(region matches \"(.*a){12}b\")", "findings.report(\"end\");");
        DroolsJudge judge = DroolsJudge.of(
                RuleReader.read(List.of(endless, REPLICAS), Map.of()), new Budget(10, Duration.ofMillis(100)));
        FactSheet sheet = sheet(in("a".repeat(34), ONE_REPLICA));

        for (int i = 0; i < 4; i++) {
            Judgement judgement = ask(judge, sheet);
            assertThat(judgement.failed()).containsOnlyKeys("endless");
            assertThat(judgement.failed().get("endless")).contains(Failure.NOT_REPLAYABLE);
            assertThat(judgement.findings()).extracting(Finding::ruleId).containsExactly("replicas");
        }
        assertThat(lost()).as("once among all, once alone").isLessThanOrEqualTo(2);
    }

    private static long lost() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().startsWith("java.util.regex.")))
                .count();
    }

    private static Subject in(String region, Subject subject) {
        ObjectNode json = Json.tree(subject).deepCopy();
        return Json.fromTree(json.put("region", region), Subject.class);
    }

    @Test
    void gives_the_same_answers_on_many_threads_while_another_set_is_built() throws Exception {
        DroolsJudge judge = DroolsJudge.of(RuleReader.read(List.of(REPLICAS, withImport(EDGES)), Map.of()));
        FactSheet sheet = sheet(ONE_REPLICA, needs(CHECKOUT, PAYMENTS, 1, Criticality.HARD, null, null));
        Judgement expected = ask(judge, sheet);
        List<Future<Judgement>> answers = new ArrayList<>();
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                answers.add(tasks.submit(() -> ask(judge, sheet)));
            }
            DroolsJudge.of(RuleReader.read(List.of(REPLICAS), Map.of()));
        }
        for (Future<Judgement> answer : answers) {
            assertThat(answer.get()).isEqualTo(expected);
        }
    }

    private static Judgement judge(Subject subject, RuleSource... rules) {
        return judge(sheet(subject), rules);
    }

    private static Judgement judge(FactSheet sheet, RuleSource... rules) {
        return ask(DroolsJudge.of(RuleReader.read(List.of(rules), Map.of())), sheet);
    }

    private static Judgement ask(DroolsJudge judge, FactSheet sheet) {
        List<String> all = judge.rules().stream().map(Rule::id).toList();
        return judge.judge(List.of(new Question(sheet, all))).getFirst();
    }

    private static RuleSource withImport(RuleSource rule) {
        return Texts.source(
                rule.id(),
                rule.drl().replace("import dev.gatehouse.rules", CRITICALITY + "import dev.gatehouse.rules"));
    }

    private static RuleSource parameter(RuleSource rule) {
        return Texts.source(rule.id(), rule.drl().replace("@why", "@parameter(\"least = 2\")\n@why"));
    }
}
