package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.client.RestClient;
import dev.gatehouse.client.ServerUnreachableException;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Sizes;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Actor.Role;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is asked, the answer is the same here and over HTTP.
class RestContractTest {
    private static final Actor ADMINISTRATOR = Actor.ADMINISTRATOR;

    @TempDir
    static Path home;

    private static TestServer server;
    private static UseCases here;
    private static UseCases there;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(home, false);
        server.importCatalog();
        here = server.here;
        there = server.remote(Files.readString(home.resolve("token")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void same(Function<UseCases, Object> question) {
        assertThat(Json.pretty(question.apply(there))).isEqualTo(Json.pretty(question.apply(here)));
    }

    private static void sameMistakes(Function<UseCases, Object> question) {
        Throwable local = Assertions.catchThrowable(() -> question.apply(here));
        assertThatThrownBy(() -> question.apply(there))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(local.getMessage());
    }

    private static Assess.Request ask(String change) {
        return in(TestServer.change(change), null);
    }

    @Test
    void imports() {
        same(cases -> cases.imports()
                .run(ADMINISTRATOR, new Import.Request("wexmere", null, TestServer.catalog(), true, false, false)));
    }

    @Test
    void imports_manifests_of_an_environment() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: greeter}
                spec: {replicas: 2, template: {spec: {containers: [{name: a, image: 'greeter:1.0'}]}}}
                """;
        List<SourceFile> files = List.of(new SourceFile("greeter.yaml", manifest.getBytes(StandardCharsets.UTF_8)));
        same(cases -> cases.imports()
                .run(ADMINISTRATOR, new Import.Request("manifests", "staging", files, true, false, false)));
        assertThat(here.imports()
                        .run(ADMINISTRATOR, new Import.Request("manifests", "staging", files, true, false, false))
                        .added())
                .extracting(EntityRef::toString)
                .containsExactly("component:default/greeter", "deployment:default/greeter-in-staging");
        sameMistakes(cases -> cases.imports()
                .run(ADMINISTRATOR, new Import.Request("manifests", "stagin", files, true, false, false)));
        sameMistakes(cases -> cases.imports()
                .run(ADMINISTRATOR, new Import.Request("manifests", "group:checkout", files, true, false, false)));
    }

    @Test
    void tells_the_same_mistakes_of_an_import() {
        byte[] text = "kind: Componet\nmetadata: {name: x}\n".getBytes(StandardCharsets.UTF_8);
        byte[] noText = {'a', ':', ' ', (byte) 0xff};
        List<SourceFile> files = List.of(new SourceFile("a.yaml", text), new SourceFile("b.yaml", noText));
        sameMistakes(
                cases -> cases.imports().run(ADMINISTRATOR, new Import.Request("s", null, files, true, false, false)));
    }

    @Test
    void tells_the_same_of_a_source_that_is_too_large() {
        byte[] blank = " ".repeat(Sizes.FILE).getBytes(StandardCharsets.US_ASCII);
        List<SourceFile> files = List.of(
                new SourceFile("a.yaml", blank),
                new SourceFile("b.yaml", blank),
                new SourceFile("c.yaml", new byte[1]));
        sameMistakes(
                cases -> cases.imports().run(ADMINISTRATOR, new Import.Request("s", null, files, true, false, false)));
    }

    @Test
    void decides_with_the_same_judgement() {
        same(cases ->
                cases.assess().run(ADMINISTRATOR, ask("award-loyalty-points")).judgement());
    }

    @Test
    void decides_on_a_change_without_an_environment_in_the_one_that_is_asked_for() {
        SourceFile change = TestServer.change("award-loyalty-points");
        String text = new String(change.content(), StandardCharsets.UTF_8).replaceFirst("(?m)^ +environment: .*\n", "");
        SourceFile without = new SourceFile(change.name(), text.getBytes(StandardCharsets.UTF_8));
        same(cases ->
                cases.assess().run(ADMINISTRATOR, in(without, "production")).judgement());
        sameMistakes(cases -> cases.assess().run(ADMINISTRATOR, in(without, null)));
        sameMistakes(cases -> cases.assess().run(ADMINISTRATOR, in(without, "producton")));
        sameMistakes(cases -> cases.assess().run(ADMINISTRATOR, in(without, "group:checkout")));
        sameMistakes(cases -> cases.findings().run(ADMINISTRATOR, "group:checkout", null, null));
    }

    private static Assess.Request in(SourceFile change, @Nullable String environment) {
        return new Assess.Request(new Assess.Written(change, List.of()), environment, List.of(), TestServer.NOW, false);
    }

    @Test
    void decides_on_the_files_of_a_source() {
        same(cases -> cases.assess().run(ADMINISTRATOR, head("group:checkout")).judgement());
    }

    /// Without the source's last file.
    private static Assess.Request head(String requestedBy) {
        List<SourceFile> all = TestServer.catalog();
        return new Assess.Request(
                new Assess.Head("wexmere", all.subList(0, all.size() - 1), requestedBy),
                "production",
                List.of(),
                TestServer.NOW,
                false);
    }

    @Test
    void who_asks_for_a_head_is_a_team_that_exists() {
        sameMistakes(cases -> cases.assess().run(ADMINISTRATOR, head("nobody")));
        sameMistakes(cases -> cases.assess().run(ADMINISTRATOR, head("grop:checkout")));
    }

    @Test
    void tells_the_same_of_an_environment_that_is_not_there() {
        sameMistakes(cases -> cases.findings().run(ADMINISTRATOR, "producton", null, null));
        sameMistakes(cases -> cases.findings().run(ADMINISTRATOR, ":", null, null));
    }

    @Test
    void finds_explains_and_replays_a_decision() {
        DecisionRecord made = there.assess().run(ADMINISTRATOR, ask("award-loyalty-points"));
        same(cases -> cases.decisions().find(ADMINISTRATOR, made.decisionId()));
        same(cases -> cases.decisions().export(ADMINISTRATOR, made.decisionId()));
        same(cases -> cases.explain().run(ADMINISTRATOR, made.decisionId(), true));
        same(cases -> cases.replay().run(ADMINISTRATOR, made.decisionId()));
        same(cases -> cases.replay().runWithCurrentRules(ADMINISTRATOR, made.decisionId()));
    }

    @Test
    void says_the_same_of_what_is_not_there() {
        sameMistakes(cases -> cases.decisions().find(ADMINISTRATOR, "nothing"));
        sameMistakes(cases -> cases.explain().run(ADMINISTRATOR, "nothing", false));
        sameMistakes(cases -> cases.evaluations().find(ADMINISTRATOR, "nothing"));
        sameMistakes(cases -> cases.replayPlan().run(ADMINISTRATOR, "nothing"));
        sameMistakes(cases -> cases.blastRadius().run(ADMINISTRATOR, "chekout", 5));
        sameMistakes(cases -> cases.entities().find(ADMINISTRATOR, EntityRef.of(Kind.COMPONENT, "chekout")));
    }

    @Test
    void an_answer_is_one_change_either_its_document_or_a_head() {
        SourceFile change = TestServer.change("award-loyalty-points");
        assertThatThrownBy(() -> Assess.Asked.of(null, List.of(), "wexmere", List.of(), null))
                .hasMessageContaining("There is no change to decide on; give a change, or a head with its source");
        assertThatThrownBy(() -> Assess.Asked.of(change, List.of(), "wexmere", TestServer.catalog(), null))
                .hasMessageContaining("There are two changes to decide on");
        assertThatThrownBy(() -> Assess.Asked.of(change, List.of(), null, List.of(), "shop"))
                .hasMessageContaining("A change's document says itself who asks for it");
        assertThat(server.send(server.post("/api/v1/decisions", server.token("asks", Role.OPERATOR), "{}"))
                        .body())
                .contains("There is no change to decide on");
    }

    @Test
    void lists_findings_over_many_pages() {
        same(cases -> cases.findings().run(ADMINISTRATOR, null, null, null));
        same(cases -> cases.findings().run(ADMINISTRATOR, null, null, Instant.parse("2027-11-20T18:00:00.5Z")));
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            HttpResponse<String> response = server.send(server.request("/api/v1/findings?limit=3" + cursor));
            JsonNode page = Json.read(response.body(), JsonNode.class);
            assertThat(said(page)).isBetween(page.hasNonNull("next") ? 3 : 1, 3);
            assertThat(page.path("gates").findValues("checked")).allMatch(JsonNode::isEmpty);
            page.path("gates")
                    .forEach(gate -> gate.path("findings")
                            .forEach(finding -> keys.add(finding.path("key").asText())));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(keys)
                .isNotEmpty()
                .isEqualTo(here.findings().run(ADMINISTRATOR, null, null, null).stream()
                        .flatMap(gate -> gate.findings().stream())
                        .map(finding -> finding.key())
                        .toList());
    }

    private static int said(JsonNode page) {
        int said = 0;
        for (JsonNode gate : page.path("gates")) {
            said += gate.path("findings").size() + gate.path("unknowns").size();
        }
        return said;
    }

    @Test
    void tells_blast_radius_and_entities() {
        same(cases -> cases.blastRadius().run(ADMINISTRATOR, "identity", 5));
        same(cases -> cases.entities().find(ADMINISTRATOR, EntityRef.of(Kind.COMPONENT, "checkout")));
        same(cases -> cases.entities().all(ADMINISTRATOR, Kind.GROUP));
    }

    @Test
    void evaluates_plans() {
        SourceFile plan = TestServer.file("samples/wexmere/plans/replace-the-stock-database.yaml");
        sameMistakes(cases -> cases.evaluatePlan().run(ADMINISTRATOR, evaluate(plan)));
        String text =
                new String(plan.content(), StandardCharsets.UTF_8).replaceAll("gates: \\[.*]", "gates: [resilience]");
        SourceFile narrowed = new SourceFile(plan.name(), text.getBytes(StandardCharsets.UTF_8));
        same(cases ->
                cases.evaluatePlan().run(ADMINISTRATOR, evaluate(narrowed)).evaluation());
        String id = there.evaluatePlan().run(ADMINISTRATOR, evaluate(narrowed)).evaluationId();
        same(cases -> cases.evaluations().find(ADMINISTRATOR, id));
        same(cases -> cases.evaluations().export(ADMINISTRATOR, id));
        same(cases -> cases.replayPlan().run(ADMINISTRATOR, id));
        same(cases -> cases.replayPlan().runWithCurrentRules(ADMINISTRATOR, id));
        assertThat(there.replayPlan().run(ADMINISTRATOR, id).same()).isTrue();
        assertThat(there.replayPlan().runWithCurrentRules(ADMINISTRATOR, id).differences())
                .as("on the graph as it was")
                .isEmpty();
    }

    @Test
    void tells_what_the_rules_say_of_themselves() {
        same(cases -> cases.rules().run(ADMINISTRATOR));
        assertThat(there.rules().run(ADMINISTRATOR))
                .extracting(rule -> rule.ruleId())
                .contains("tier-inversion")
                .isSorted();
    }

    private static EvaluatePlan.Request evaluate(SourceFile plan) {
        return new EvaluatePlan.Request(plan, List.of(), TestServer.NOW);
    }

    @Test
    void keeps_waivers_until_they_are_withdrawn() {
        SourceFile given = TestServer.file("samples/wexmere/waivers.yaml");
        sameMistakes(cases -> cases.waivers().add(ADMINISTRATOR, given));
        SourceFile one =
                new SourceFile(given.name(), text(given).split("---", 2)[0].getBytes(StandardCharsets.UTF_8));
        there.waivers().add(ADMINISTRATOR, one);
        same(cases -> cases.waivers().list(ADMINISTRATOR));
        sameMistakes(cases -> cases.waivers().add(ADMINISTRATOR, one));

        there.waivers().withdraw(ADMINISTRATOR, EntityRef.of(Kind.WAIVER, "one-graphics-card"));
        assertThat(there.waivers().list(ADMINISTRATOR)).isEmpty();
        HttpResponse<String> again = server.send(server.request("/api/v1/waivers/default/one-graphics-card")
                .header("Authorization", "Bearer " + server.token("lou", Role.ARCHITECT))
                .DELETE());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(404);
        HttpResponse<String> nobody = server.send(
                server.request("/api/v1/waivers/default/one-graphics-card").DELETE());
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    private static String text(SourceFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    @Test
    void keeps_registered_changes() {
        Assess.Request ask = ask("award-loyalty-points");
        there.assess().run(ADMINISTRATOR, new Assess.Request(ask.asked(), null, List.of(), null, true));
        same(cases -> cases.entities().all(ADMINISTRATOR, Kind.CHANGE));
        assertThat(server.send(server.request("/api/v1/changes")).body())
                .contains("change:default/award-loyalty-points");
    }

    @Test
    void lets_another_approve_and_reject() {
        UseCases approver = server.remote(server.token("ann", Role.APPROVER));
        DecisionRecord made = there.assess().run(ADMINISTRATOR, ask("award-loyalty-points"));
        assertThatThrownBy(() ->
                        there.approve().approve(ADMINISTRATOR, made.decisionId(), "why", Duration.ofDays(1), false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nobody approves their own change");
        approver.approve().reject(ADMINISTRATOR, made.decisionId(), "not now");
        assertThatThrownBy(() -> approver.approve().reject(ADMINISTRATOR, made.decisionId(), " "))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        approver.approve().approve(ADMINISTRATOR, made.decisionId(), "fire", Duration.ofDays(1), true))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void says_when_no_server_answers() {
        UseCases nobody = RestClient.of(URI.create("http://127.0.0.1:9"), null, null, RestClient.DEADLINE);
        assertThatThrownBy(() -> nobody.decisions().find(ADMINISTRATOR, "x"))
                .isInstanceOf(ServerUnreachableException.class)
                .hasMessageContaining("http://127.0.0.1:9");
    }

    @Test
    void tells_its_health_schemas_and_figures() {
        there.assess().run(ADMINISTRATOR, ask("award-loyalty-points"));
        assertThat(server.send(server.request("/health/live")).body()).contains("\"status\":\"up\"");
        assertThat(server.send(server.request("/health/ready")).body()).contains("graphRevision");
        assertThat(server.send(server.request("/metrics")).body())
                .contains("gatehouse_decisions_total{verdict=\"deny\"}")
                .contains("gatehouse_graph_revision")
                .contains("path=\"/api/v1/decisions", "path=\"/health/live\"")
                .contains("# HELP http_server_requests_seconds Time to answer a request")
                .doesNotContain("path=\"//");
        assertThat(server.send(server.request("/api/v1/schemas")).body()).contains("Change");
        assertThat(server.send(server.request("/api/v1/schemas/change")).body()).contains("json-schema.org");
    }

    @Test
    void names_the_decision_in_the_answer() {
        there.assess().run(ADMINISTRATOR, ask("award-loyalty-points"));
        String body = Json.write(java.util.Map.of(
                "change",
                java.util.Map.of(
                        "name",
                        "c.yaml",
                        "content",
                        new String(TestServer.change("award-loyalty-points").content(), StandardCharsets.UTF_8))));
        HttpResponse<String> response =
                server.send(server.post("/api/v1/decisions", server.token("bob", Role.VIEWER), body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String id = response.headers().firstValue("Gatehouse-Decision").orElseThrow();
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/decisions/" + id);
    }

    @Test
    void leaves_a_chain_of_entries_that_shows_what_was_altered() {
        there.assess().run(ADMINISTRATOR, ask("award-loyalty-points"));
        assertThat(server.audit.verify().broken()).isNull();
    }
}
