package dev.gatehouse.policies.opa;

import static dev.gatehouse.policies.opa.Opas.ask;
import static dev.gatehouse.policies.opa.Opas.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.set.PolicySets;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OpaJudgeTest {
    private static final String FINDS = """
            deny contains {
            	"msg": sprintf("%s sends to %s", [input.ref, flow.other.ref]),
            	"path": [flow.ref],
            	"facts": [{"ref": flow.ref, "name": "protocol", "value": flow.protocol}],
            	"measure": {"value": count(flow.carries), "limit": 0, "unit": "classes", "worse": "more"},
            } if {
            	some flow in input.sends
            }

            warn contains "look at it"
            """;

    private static List<Judgement> judge(PolicySet set, List<Question> questions) {
        try (OpaPolicies policies = OpaPolicies.start(Opas.binary(), set, OpaPolicies.DEADLINE)) {
            return policies.judge().judge(questions);
        }
    }

    @Test
    void reads_message_path_facts_measure_and_key() {
        PolicySet set = Opas.set(Map.of("a_b", FINDS));
        Judgement judgement =
                judge(set, List.of(ask(sheet(Opas.SHOP, "payment"), set))).getFirst();

        assertThat(judgement.failed()).isEmpty();
        assertThat(judgement.findings()).hasSize(2);
        Finding denied = judgement.findings().getFirst();
        assertThat(denied.ruleId()).isEqualTo("a-b");
        assertThat(denied.severity()).isEqualTo(Severity.HIGH);
        assertThat(denied.message()).isEqualTo("component:default/shop sends to external:default/bank");
        assertThat(denied.path()).containsExactly(new Hop(Opas.SHOP, Opas.FLOW, Opas.BANK));
        assertThat(denied.key()).containsExactly(Opas.SHOP.toString(), Opas.BANK.toString());
        assertThat(denied.measure()).hasToString("1 classes (at most 0 classes)");
        assertThat(denied.facts())
                .hasToString("[Citation[ref=flow:default/shop-bank, name=protocol, value=http, " + "observedAt=null]]");
        assertThat(judgement.findings().get(1).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void answers_in_the_order_of_the_questions() {
        PolicySet set = Opas.set(Map.of("a", FINDS));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            questions.add(ask(sheet(EntityRef.of(Kind.COMPONENT, "c" + i)), set));
        }
        List<Judgement> judgements = judge(set, questions);
        for (int i = 0; i < questions.size(); i++) {
            assertThat(judgements.get(i).findings().getFirst().subject())
                    .isEqualTo(questions.get(i).sheet().subject());
        }
    }

    @Test
    void names_only_the_policy_that_fails_and_only_on_the_sheet_where_it_fails() {
        PolicySet set = Opas.set(
                Map.of("good", FINDS, "bad", "deny contains \"x\" if to_number(input.sends[0].carries[0]) == 1\n"));
        List<Judgement> judgements =
                judge(set, List.of(ask(sheet(Opas.SHOP), set), ask(sheet(Opas.SHOP, "payment"), set)));

        assertThat(judgements.getFirst().failed()).isEmpty();
        assertThat(judgements.get(1).failed()).containsOnlyKeys("bad");
        assertThat(judgements.get(1).failed().get("bad")).contains("compliance/bad/policy.rego", "to_number");
        assertThat(judgements.get(1).findings()).extracting(Finding::ruleId).containsOnly("good");
    }

    @Test
    void names_a_policy_that_takes_too_long() {
        String endless = """
                deny contains "x" if {
                	some a in numbers.range(1, 20000)
                	some b in numbers.range(1, 20000)
                	a * b == -1
                }
                """;
        PolicySet set = Opas.set(Map.of("good", FINDS, "slow", endless));
        try (OpaPolicies policies = OpaPolicies.start(Opas.binary(), set, Duration.ofSeconds(1))) {
            List<Judgement> judgements =
                    policies.judge().judge(List.of(ask(sheet(Opas.SHOP), set), ask(sheet(Opas.SHOP, "payment"), set)));
            assertThat(judgements).allSatisfy(judgement -> {
                assertThat(judgement.failed()).containsOnlyKeys("slow");
                assertThat(judgement.findings()).isNotEmpty();
            });
        }
    }

    @Test
    void takes_an_unknown_shape_for_a_failure() {
        PolicySet set = Opas.set(Map.of(
                "number", "deny contains 7\n",
                "nomessage", "deny contains {\"message\": \"x\"}\n",
                "noedge", "deny contains {\"msg\": \"x\", \"path\": [\"flow:default/none\"]}\n",
                "extra", "deny contains {\"msg\": \"x\", \"mesure\": 1}\n",
                "nothing", "allow := true\n"));
        Judgement judgement = judge(set, List.of(ask(sheet(Opas.SHOP), set))).getFirst();
        assertThat(judgement.failed()).containsOnlyKeys("number", "nomessage", "noedge", "extra", "nothing");
        assertThat(judgement.findings()).isEmpty();
    }

    @Test
    void ignores_rules_that_are_not_its_own() {
        PolicySet set = Opas.set(Map.of("a", FINDS));
        Question question = new Question(sheet(Opas.SHOP), List.of("somebody-elses"));
        assertThat(judge(set, List.of(question))).containsExactly(Judgement.NONE);
    }

    @Test
    void what_was_begun_is_answered_as_what_is_asked_and_an_interrupted_wait_gives_no_answer() {
        PolicySet set = Opas.set(Map.of("a", FINDS));
        List<Question> questions = List.of(ask(sheet(Opas.SHOP, "payment"), set));
        try (OpaPolicies policies = OpaPolicies.start(Opas.binary(), set, OpaPolicies.DEADLINE)) {
            Supplier<List<Judgement>> begun = policies.judge().begin(questions);
            Thread.currentThread().interrupt();
            assertThatIllegalStateException().isThrownBy(begun::get).withMessageContaining("OPA");
            assertThat(Thread.interrupted()).isTrue();

            assertThat(policies.judge().begin(questions).get())
                    .isEqualTo(policies.judge().judge(questions));
        }
    }

    @Test
    void starts_again_when_the_child_was_killed() {
        PolicySet set = Opas.set(Map.of("a", FINDS));
        HttpClient http = HttpClient.newHttpClient();
        try (OpaChild child = new OpaChild(Opas.binary(), set, http, OpaPolicies.DEADLINE)) {
            OpaJudge judge = new OpaJudge(child, set, child::close);
            judge.judge(List.of(ask(sheet(Opas.SHOP), set)));
            long first = child.pid();
            ProcessHandle process = ProcessHandle.of(first).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();

            Judgement judgement =
                    judge.judge(List.of(ask(sheet(Opas.SHOP, "payment"), set))).getFirst();
            assertThat(judgement.failed()).isEmpty();
            assertThat(child.pid()).isNotEqualTo(first);
        }
    }

    @Test
    @Timeout(60)
    void says_that_it_hangs_and_asks_another_child_next() throws IOException, InterruptedException {
        PolicySet set = Opas.set(Map.of("a", FINDS, "b", FINDS));
        HttpClient http = HttpClient.newHttpClient();
        try (OpaChild child = new OpaChild(Opas.binary(), set, http, Duration.ofSeconds(1))) {
            OpaJudge judge = new OpaJudge(child, set, child::close);
            judge.judge(List.of(ask(sheet(Opas.SHOP), set)));
            long first = child.pid();
            assertThat(new ProcessBuilder("kill", "-STOP", "" + first).start().waitFor())
                    .isZero();

            Judgement hung =
                    judge.judge(List.of(ask(sheet(Opas.SHOP, "payment"), set))).getFirst();
            assertThat(hung.failed()).containsOnlyKeys("a", "b");
            assertThat(hung.failed().values()).allMatch(why -> why.contains("does not say how it is"));
            assertThat(hung.findings()).isEmpty();

            Judgement next =
                    judge.judge(List.of(ask(sheet(Opas.SHOP, "payment"), set))).getFirst();
            assertThat(next.failed()).isEmpty();
            assertThat(next.findings()).isNotEmpty();
            assertThat(ProcessHandle.of(first)).isEmpty();
        }
    }

    @Test
    void has_another_digest_when_a_text_differs() {
        PolicySet one = Opas.set(Map.of("a", FINDS));
        PolicySet other = Opas.set(Map.of("a", FINDS + "\n"));
        assertThat(one.digest())
                .isEqualTo(Opas.set(Map.of("a", FINDS)).digest())
                .isNotEqualTo(other.digest());
    }

    @Test
    void starts_the_same_set_from_its_texts() {
        PolicySet set = Opas.set(Map.of("a", FINDS));
        try (OpaPolicies policies = OpaPolicies.start(Opas.binary(), set, OpaPolicies.DEADLINE)) {
            PolicySet again = PolicySets.read(Opas.binary(), policies.judge().texts());
            assertThat(again).isEqualTo(set);
        }
    }
}
