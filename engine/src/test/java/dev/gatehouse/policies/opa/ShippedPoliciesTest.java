package dev.gatehouse.policies.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.set.OpaTools;
import dev.gatehouse.policies.opa.set.PolicySets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedPoliciesTest {
    private static final Path FOLDER = Opas.root().resolve("policies");
    private static final Path ARCHITECTURES = Opas.root().resolve("../shared/data/architectures");

    private final OpaTools tools = new OpaTools(Opas.binary(), List.of(FOLDER));
    private final PolicySet set = PolicySets.own(Opas.binary(), List.of(FOLDER));
    private OpaPolicies policies;

    @BeforeAll
    void start() {
        policies = OpaPolicies.start(Opas.binary(), set, OpaPolicies.DEADLINE);
    }

    @AfterAll
    void stop() {
        policies.close();
    }

    private Judgement judge(FactSheet sheet) {
        List<String> about = set.rules().stream()
                .filter(rule -> rule.subject() == sheet.kind())
                .filter(rule ->
                        sheet.artifact() == null || sheet.artifact().kind().equals(rule.artifactKind()))
                .map(Rule::id)
                .toList();
        return policies.judge().judge(List.of(new Question(sheet, about))).getFirst();
    }

    @Test
    void pass_their_tests_which_cover_nine_tenths() {
        OpaTools.TestReport report = tools.test();
        assertThat(report.cases())
                .allSatisfy(test -> assertThat(test.passed())
                        .as(test.file() + ":" + test.line() + " " + test.name() + ": " + test.why())
                        .isTrue());
        assertThat(report.passed()).isTrue();
        assertThat(report.coverage(_ -> true)).hasValueCloseTo(95.0, within(5.0));
        assertThat(report.coverage(file -> file.contains("/lib/references/"))).hasValue(100);
        assertThat(report.coverage(file -> file.endsWith("_test.rego"))).isEmpty();
    }

    @Test
    void are_formatted_and_free_of_mistakes() {
        assertThat(tools.lint()).isEmpty();
    }

    @Test
    void have_a_test_each() {
        assertThat(set.rules())
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(rule -> assertThat(FOLDER.resolve(rule.file()).resolveSibling("policy_test.rego"))
                        .exists());
    }

    @Test
    void find_data_in_the_clear_on_a_sheet() {
        Judgement judgement = judge(Opas.sheet(Opas.SHOP, "payment"));
        assertThat(judgement.failed()).isEmpty();
        assertThat(judgement.findings())
                .extracting(Finding::ruleId)
                .containsExactlyInAnyOrder("authenticated-flows", "encryption-in-transit");
    }

    @Test
    void judge_the_manifests_of_a_real_shop_without_false_alarm() throws IOException {
        Path manifests = ARCHITECTURES.resolve("online-boutique/kubernetes-manifests.yaml");
        assumeTrue(Files.exists(manifests), "needs " + manifests);
        Judgement judgement = judge(Opas.artifact("kubernetes", "k8s.yaml", Files.readString(manifests)));

        assertThat(judgement.failed()).isEmpty();
        assertThat(judgement.findings()).hasSize(1);
        assertThat(judgement.findings().getFirst().message())
                .isEqualTo("Deployment loadgenerator container frontend-check has no memory limit, so it can starve its"
                        + " neighbours.");
        assertThat(judgement.findings().getFirst().facts().getFirst().value()).startsWith("k8s.yaml#");
    }

    @Test
    void judge_a_real_terraform_plan() throws IOException {
        Path plan = ARCHITECTURES.resolve("tfplan/runner/resources/plan/tfplan.json");
        assumeTrue(Files.exists(plan), "needs " + plan);
        Judgement judgement = judge(Opas.artifact("terraform-plan", "plan.json", Files.readString(plan)));

        assertThat(judgement.failed()).isEmpty();
        assertThat(judgement.findings())
                .extracting(Finding::message)
                .contains("aws_security_group.web-node opens port 22 to everybody.");
    }

    @Test
    void name_an_artifact_that_cannot_be_read() {
        Judgement yaml = judge(Opas.artifact("kubernetes", "k8s.yaml", "kind: Pod\n---\nkind: [\n"));
        assertThat(yaml.failed().values()).isNotEmpty().allMatch(why -> why.startsWith("k8s.yaml, document 2: "));

        Judgement json = judge(Opas.artifact("terraform-plan", "plan.json", "{\"resource_changes\": ["));
        assertThat(json.failed().values()).isNotEmpty().allMatch(why -> why.startsWith("plan.json is not JSON"));
    }

    @Test
    void answer_who_may_do_what() {
        ObjectNode question = Json.tree(
                Map.of("actor", Map.of("name", "ann", "roles", List.of("viewer")), "action", "decision:read"));
        JsonNode answer = policies.authority().answer("access/decision", question);
        assertThat(answer.path("allow").asBoolean()).isTrue();

        JsonNode refusal = policies.authority().answer("access/decision", question.put("action", "token:create"));
        assertThat(refusal.path("allow").asBoolean()).isFalse();
        assertThat(refusal.path("reason").asText()).contains("it takes the role admin");
    }
}
