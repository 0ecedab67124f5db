package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.Served.Answer;
import dev.gatehouse.app.Served.Outcome;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Approvals from the request of a pipeline to the decision that goes ahead, over HTTP.
@Timeout(120)
class ApprovalRestTest {
    private static final Map<String, Object> CONSENT = Map.of("reason", "agreed");
    private static Served server;
    private static String pipeline;
    private static String ann;

    @BeforeAll
    static void start() {
        server = Served.shared();
        pipeline = server.token("pipeline", "operator");
        ann = server.token("ann", "approver");
    }

    @Test
    void what_an_approver_consents_to_goes_ahead_until_the_change_grows() {
        String small = Shop.change("small", "staging", "");
        Answer asked = decide(pipeline, small);
        assertThat(asked.verdict()).isEqualTo("needs-approval");

        Answer approval = server.postAs(ann, approve(asked), CONSENT);

        assertThat(approval.status()).isEqualTo(200);
        assertThat(approval.body().path("by").asText()).isEqualTo("ann");
        assertThat(decide(pipeline, small).verdict()).isEqualTo("allow");
        assertThat(decide(pipeline, Shop.change("small", "staging", Shop.VOUCHERS))
                        .verdict())
                .as("grown")
                .isEqualTo("needs-approval");
    }

    @Test
    void nobody_approves_their_own_change_whatever_their_roles() {
        String pat = server.token("pat", "operator", "approver");
        String change = Shop.change("own", "staging", "");
        Answer asked = decide(pat, change);

        Answer refused = server.postAs(pat, approve(asked), CONSENT);
        Outcome same =
                server.commandAs(pat, "approve", asked.body().path("decisionId").asText(), "--reason", "agreed");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.detail())
                .startsWith("'pat' asked for this decision, and nobody approves their own change; let somebody");
        assertThat(same.exit()).isEqualTo(64);
        assertThat(same.err().strip()).isEqualTo("error: " + refused.detail());
        assertThat(decide(pat, change).verdict()).isEqualTo("needs-approval");
    }

    @Test
    void a_pipeline_approves_nothing() {
        String change = Shop.change("piped", "staging", "");
        Answer asked = decide(ann, change);

        Answer refused = server.postAs(pipeline, approve(asked), CONSENT);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail()).contains("pipeline (operator) may not decision:approve");
        assertThat(decide(ann, change).verdict()).isEqualTo("needs-approval");
    }

    @Test
    void a_registered_change_is_approved_or_dropped() {
        Answer kept = register(Shop.change("kept", "staging", ""));
        Answer unwanted = register(Shop.change("unwanted", "staging", ""));
        assertThat(state("unwanted")).isEqualTo("proposed");

        Answer rejected = server.postAs(ann, of(unwanted) + "/reject", Map.of("reason", "waits for the new broker"));

        assertThat(rejected.status()).isEqualTo(204);
        assertThat(state("unwanted")).isEqualTo("dropped");
        assertThat(state("kept")).isEqualTo("proposed");
        server.postAs(ann, approve(kept), CONSENT);
        assertThat(state("kept")).isEqualTo("in-flight");
        assertThat(server.get("/api/v1/entities/change/default/kept")
                        .body()
                        .at("/entity/state")
                        .asText())
                .isEqualTo("in-flight");
    }

    @Test
    void a_registered_change_is_done_by_the_import_that_shows_it() {
        register(Shop.change("shown", "staging", ""));
        String made = """
                apiVersion: gatehouse.dev/v1
                kind: Dependency
                metadata: {name: points}
                spec: {from: checkout, to: loyalty, criticality: hard, protocol: http, timeout: 1s, retries: 0}
                """;

        Answer imported = imported(made);

        assertThat(imported.body().path("notes").toString()).contains("change:default/shown is done");
        assertThat(state("shown")).isEqualTo("done");
        imported(Shop.component("nothing-of-it"));
    }

    private static Answer imported(String documents) {
        Map<String, Object> body =
                Map.of("source", "made", "allowRemovals", true, "files", java.util.List.of(Shop.file(documents)));
        return server.post("/api/v1/catalog", body);
    }

    @Test
    void breaking_the_glass_takes_its_own_role_and_overrides_what_is_hard() {
        String change = Shop.change("urgent", "production", "");
        Answer asked = decide(pipeline, change);
        assertThat(asked.verdict()).isEqualTo("deny");
        Map<String, Object> emergency = Map.of("reason", "the site is down", "breakGlass", true);

        assertThat(server.postAs(ann, approve(asked), CONSENT).detail()).contains("(deny) can be approved");
        Answer refused = server.postAs(ann, approve(asked), emergency);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.detail()).contains("ann (approver) may not decision:break-glass", "takes the role admin");
        assertThat(decide(pipeline, change).verdict()).isEqualTo("deny");

        Answer broken = server.post(approve(asked), emergency);

        assertThat(broken.body().path("breakGlass").asBoolean()).isTrue();
        Answer now = decide(pipeline, change);
        assertThat(now.verdict()).isIn("allow", "warn");
        assertThat(now.body().path("judgement").toString()).contains("tier-inversion");

        Answer own = server.post("/api/v1/decisions", Shop.decision(change, "resilience"));
        assertThat(own.verdict()).isEqualTo("deny");
        assertThat(own.body().at("/judgement/own/reason").asText()).isEqualTo("the site is down");
        assertThat(server.command("explain", own.body().path("decisionId").asText())
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("broke the glass for it, which lifts nothing where", "Next: let somebody else check it.");
    }

    @Test
    void a_time_that_no_approval_holds_is_told_in_days_here_and_there() {
        Answer asked = decide(pipeline, Shop.change("long", "staging", ""));
        String id = asked.body().path("decisionId").asText();

        assertThat(server.postAs(ann, approve(asked), Map.of("reason", "agreed", "valid", "PT0S"))
                        .detail())
                .startsWith("An approval cannot hold for 0 days (PT0S); ");
        assertThat(server.commandAs(ann, "approve", id, "--reason", "agreed", "--valid", "100000")
                        .err())
                .contains("An approval cannot hold for 100000 days (PT2400000H); ");
    }

    private static Answer decide(String token, String change) {
        return server.postAs(token, "/api/v1/decisions", Shop.decision(change, "resilience"));
    }

    /// Of all gates; only resilience objects.
    private static Answer register(String change) {
        String asked = change.replace("environment: staging", "environment: staging\n  requestedBy: group:shop");
        Map<String, Object> body = new HashMap<>(Shop.decision(asked));
        body.put("register", true);
        return server.postAs(pipeline, "/api/v1/decisions", body);
    }

    private static String of(Answer decision) {
        return "/api/v1/decisions/" + decision.body().path("decisionId").asText();
    }

    private static String approve(Answer decision) {
        return of(decision) + "/approve";
    }

    private static String state(String change) {
        for (JsonNode each : server.get("/api/v1/changes?limit=200").body().path("items")) {
            JsonNode entity = each.path("entity");
            if (entity.path("ref").asText().endsWith("/" + change)) {
                return entity.path("state").asText();
            }
        }
        return "is not there";
    }
}
