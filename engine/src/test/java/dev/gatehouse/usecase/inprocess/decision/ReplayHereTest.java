package dev.gatehouse.usecase.inprocess.decision;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.files.FileRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A record judged by rules that it was not made for, where nobody has the architecture any more.
class ReplayHereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TO_OUTSIDE = """
            from: {dataClassification: personal}
            along: {edges: flow}
            to: {region: {not: $from.region}}
            """;
    private static final String TO_FRANCE = """
            from: {dataClassification: personal}
            along: {edges: flow}
            to: {region: fr}
            """;
    private static final RuleSource LEAVES = path("leaves", TO_OUTSIDE);
    private static final RuleSource SUBJECTS = rule("subjects", "component", "subject", "Subject(tier == 9)", null);

    /// A change after which data goes to another region, and checkout needs bank.
    private static final ResolvedChange CHANGE = architecture()
            .with("System", "shop", "")
            .with("System", "finance", "")
            .component("checkout", "tier: 1, system: shop, region: eu, dataClassification: [personal]")
            .component("bank", "tier: 2, region: us")
            .after(
                    "addDependency: {from: checkout, to: bank, criticality: hard, sends: [personal]}",
                    "set: {component: checkout, system: finance}");

    @TempDir
    Path folder;

    private FileRecords<DecisionRecord> records;

    @BeforeEach
    void records() {
        records = new FileRecords<>(folder, DecisionRecord.KIND);
    }

    @Test
    void the_same_rules_come_to_the_same() {
        decided(LEAVES, SUBJECTS);

        Replay.Result again = replayed(LEAVES, SUBJECTS);

        assertThat(again.differences()).isEmpty();
        assertThat(again.same()).isTrue();
        assertThat(again.then()).isEqualTo(Verdict.DENY);
    }

    @Test
    void a_rule_that_looks_at_what_was_recorded_is_answered() {
        decided(LEAVES, SUBJECTS);

        Replay.Result again =
                replayed(LEAVES, SUBJECTS, rule("strict", "component", "subject", "Subject(tier == 1)", null));

        assertThat(again.differences()).anyMatch(difference -> difference.startsWith("now finds: strict"));
        assertThat(again.now()).isEqualTo(Verdict.DENY);
    }

    @Test
    void a_path_question_that_nobody_asked_is_inconclusive() {
        decided(SUBJECTS, path("other", TO_FRANCE));

        Replay.Result again = replayed(SUBJECTS, path("other", TO_FRANCE), LEAVES);

        assertThat(again.then()).isEqualTo(Verdict.ALLOW);
        assertThat(again.now()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(again.differences()).contains("now: leaves does not know paths of change:default/change");
    }

    @Test
    void a_path_question_that_reads_otherwise_now_is_inconclusive_and_not_answered_by_the_old_paths() {
        decided(SUBJECTS, LEAVES);

        Replay.Result again = replayed(SUBJECTS, path("leaves", TO_FRANCE));

        assertThat(again.now()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(again.differences()).contains("now: leaves does not know paths of change:default/change");
    }

    @ParameterizedTest
    @CsvSource({
        "component, needed-by, 'NeededBy()', needed-by",
        "component, receives, 'Receives()', receives",
        "component, outages, 'Outage()', outages",
        "component, retries, 'CriticalPath(measure == \"retries\")', retries",
        "system, sums, 'Sums()', any system",
        "domain, grouping, 'Grouping()', any domain",
        "user, membership, 'Membership()', any user",
        "environment, sums, 'Sums()', any environment",
        "cycle, circle, 'Circle()', any cycle",
        "change, blast, 'Blast()', any change"
    })
    void what_no_rule_asked_for_then_is_inconclusive(String subject, String need, String pattern, String unknown) {
        decided(LEAVES, SUBJECTS);

        Replay.Result again = replayed(LEAVES, SUBJECTS, rule("newer", subject, need, pattern, null));

        assertThat(again.same()).isFalse();
        assertThat(again.differences()).contains("now: newer does not know " + unknown + " of change:default/change");
    }

    @Test
    void a_closure_that_was_drawn_only_where_its_rule_was_asked_is_no_answer_to_a_rule_that_is_asked_more_often() {
        RuleSource retries =
                rule("retries", "component", "retries", "CriticalPath(measure == \"retries\", total < 0)", null);
        decided(SUBJECTS, retries);

        Replay.Result again = replayed(
                SUBJECTS,
                retries,
                rule(
                        "newer",
                        "component",
                        "subject, retries",
                        "CriticalPath(measure == \"retries\", total < 0)",
                        null));

        assertThat(again.now()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(again.differences()).contains("now: newer does not know retries of change:default/change");
    }

    @Test
    void a_gate_that_takes_in_more_than_then_is_inconclusive() {
        decided(SUBJECTS);

        Replay.Result again = replayed(judges(Gate.Scope.ALL, SUBJECTS));

        assertThat(again.now()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private DecisionRecord decided(RuleSource... rules) {
        JudgeSet set = judges(Gate.Scope.INTRODUCED, rules);
        Matter matter = new Preparation(set, set.gates()).matter(CHANGE, Actor.ADMINISTRATOR, NOW, List.of());
        Evidence.Stored stored = Evidence.store(matter, set.judges());
        return keep(stored.matter(), new Decider(set.judges()).decide(matter), stored.contents());
    }

    private DecisionRecord keep(Digest matter, Decision decision, Map<Digest, byte[]> contents) {
        DecisionRecord record =
                new DecisionRecord("d1", NOW, "ann", Map.of(), null, Map.of(), matter.value(), decision);
        records.keep(record, new HashMap<>(contents));
        return record;
    }

    private Replay.Result replayed(RuleSource... rules) {
        return replayed(judges(Gate.Scope.INTRODUCED, rules));
    }

    private Replay.Result replayed(JudgeSet set) {
        return new ReplayDecision(
                        (_, _, _) -> {},
                        records,
                        new MemoryGraph(),
                        (name, _) -> {
                            throw new InvalidInputException("There are no " + name + " here", "give them");
                        },
                        () -> set)
                .runWithCurrentRules(Actor.ADMINISTRATOR, "d1");
    }

    private static JudgeSet judges(Gate.Scope scope, RuleSource... rules) {
        Map<String, PathQuestion> questions = new TreeMap<>();
        for (RuleSource rule : rules) {
            if (rule.path() != null) {
                questions.put(rule.id(), PathQuestion.read(Architecture.document(rule.path())));
            }
        }
        return new JudgeSet(
                List.of(DroolsJudge.of(RuleReader.read(List.of(rules), Map.of()))),
                List.of(ShippedRules.gate("risk", scope)),
                questions);
    }

    private static RuleSource path(String id, String question) {
        return rule(id, "component", "paths", "Path(rule == \"" + id + "\", to != null)", question);
    }

    private static RuleSource rule(String id, String subject, String needs, String pattern, @Nullable String question) {
        String drl = """
                package gatehouse.rules.risk.%1$s;

                import dev.gatehouse.facts.*;

                global dev.gatehouse.rules.Report findings;

                rule "%1$s"
                @id("%1$s")
                @gate("risk")
                @subject("%2$s")
                @needs("%3$s")
                @severity("high")
                @title("A title")
                @why("A reason.")
                @remediation("A cure.")
                when
                    $f : %4$s
                then
                    findings.report("Found by %1$s.", $f);
                end
                """.formatted(id, subject, needs, pattern);
        return new RuleSource(id, "risk", "rules/risk/" + id + "/rule.drl", drl, question);
    }
}
