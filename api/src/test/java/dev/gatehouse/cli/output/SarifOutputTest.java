package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cli.output.page.Terminal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SarifOutputTest {
    private final String log = Format.SARIF.write(Sample.view(), Terminal.PLAIN);

    @Test
    void fits_the_schema_of_the_standard() {
        assertThat(Schemas.sarifMistakes(log)).isEmpty();
        assertThat(Schemas.sarifMistakes(log.replace("\"ruleIndex\" : 2", "\"ruleIndex\" : \"2\"")))
                .isNotEmpty();
    }

    @Test
    void a_finding_has_its_fingerprint_place_path_and_level() throws Exception {
        JsonNode result = result("tier-inversion");

        assertThat(result.at("/partialFingerprints/gatehouse~1v1").asText()).isNotEmpty();
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("catalog/ordering/catalog-info.yaml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(14);
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations").size()).isEqualTo(2);
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/properties/measure/limit").asInt()).isEqualTo(1);
    }

    @Test
    void the_baseline_tells_new_worse_old_and_gone_apart() throws Exception {
        assertThat(result("tier-inversion").at("/baselineState").asText()).isEqualTo("new");
        assertThat(result("dependency-cycle").at("/baselineState").asText()).isEqualTo("updated");
        assertThat(result("undeclared-dependency").at("/baselineState").asText())
                .isEqualTo("unchanged");
        assertThat(result("hard-dependency-without-timeout")
                        .at("/baselineState")
                        .asText())
                .isEqualTo("absent");
    }

    @Test
    void waivers_and_approvals_suppress_and_all_results_say_whether_they_are() throws Exception {
        assertThat(result("single-replica-in-critical-tier")
                        .at("/suppressions/0/justification")
                        .asText())
                .isEqualTo(
                        "waiver one-graphics-card of group payments, until 2027-03-31 00:00 UTC: A second card is ordered");
        assertThat(result("encryption-in-transit")
                        .at("/suppressions/0/justification")
                        .asText())
                .isEqualTo("approval a-7 of ann: the head of engagement answers for it");
        assertThat(result("tier-inversion").at("/suppressions").isArray()).isTrue();
    }

    @Test
    void an_objection_that_was_overridden_names_who_broke_the_glass_and_why() {
        String overridden = Format.SARIF.write(SampleDecisions.overridden(), Terminal.PLAIN);

        assertThat(Schemas.sarifMistakes(overridden)).isEmpty();
        assertThat(overridden).contains("approval a-8 of pat, who broke the glass: the shop is down");
    }

    @Test
    void what_the_change_says_is_at_its_line_and_an_artifact_in_its_file() throws Exception {
        String placed = Format.SARIF.write(SampleDecisions.written(), Terminal.PLAIN);

        assertThat(Schemas.sarifMistakes(placed)).isEmpty();
        assertThat(places(placed, "tier-inversion"))
                .as("the edge that the change adds, before what the catalog says of its end")
                .containsExactly("changes/award.yaml:9");
        assertThat(places(placed, "change-risk")).containsExactly("changes/award.yaml:4");
        assertThat(places(placed, "no-timeout")).containsExactly("changes/award.yaml:9");
        assertThat(places(placed, "kubernetes-hygiene"))
                .containsExactly("changes/k8s/agent.yaml:", "changes/k8s/agent.yaml:");
        assertThat(Format.GITHUB.write(SampleDecisions.written(), Terminal.PLAIN))
                .contains(
                        "::error file=changes/award.yaml,line=9,title=", "::error file=changes/k8s/agent.yaml,title=");
    }

    @Test
    void findings_of_one_key_have_fingerprints_of_their_own() throws Exception {
        JsonNode results = new ObjectMapper()
                .readTree(Format.SARIF.write(SampleDecisions.written(), Terminal.PLAIN))
                .at("/runs/0/results");

        assertThat(results.findValuesAsText("gatehouse/v1")).hasSize(5).doesNotHaveDuplicates();
    }

    private static List<String> places(String sarif, String rule) throws Exception {
        JsonNode results = new ObjectMapper().readTree(sarif).at("/runs/0/results");
        return StreamSupport.stream(results.spliterator(), false)
                .filter(result -> result.at("/ruleId").asText().equals(rule))
                .map(result -> result.at("/locations/0/physicalLocation"))
                .map(place -> place.at("/artifactLocation/uri").asText() + ":"
                        + place.at("/region/startLine").asText())
                .toList();
    }

    @Test
    void what_failed_in_shadow_beside_what_failed_is_a_note() throws Exception {
        JsonNode notifications =
                new ObjectMapper().readTree(log).at("/runs/0/invocations/0/toolExecutionNotifications");

        assertThat(StreamSupport.stream(notifications.spliterator(), false)
                        .map(one -> one.at("/level").asText() + " "
                                + one.at("/descriptor/id").asText()))
                .contains("error cost/budget-exceeded", "note cost/budget-forecast");
    }

    private JsonNode result(String rule) throws Exception {
        JsonNode results = new ObjectMapper().readTree(log).at("/runs/0/results");
        return StreamSupport.stream(results.spliterator(), false)
                .filter(result -> result.at("/ruleId").asText().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
