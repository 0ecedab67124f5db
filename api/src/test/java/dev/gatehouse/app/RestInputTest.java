package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody means is the asker's mistake, never ours.
class RestInputTest {
    @TempDir
    static Path home;

    private static TestServer server;
    private static String token = "";

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(home, false);
        server.importCatalog();
        token = Files.readString(home.resolve("token"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5001})
    void a_blast_radius_has_a_sensible_limit(int limit) {
        HttpResponse<String> answer =
                server.send(server.request("/api/v1/components/default/prescriptions/blast-radius?limit=" + limit));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The limit " + limit + " is not between 1 and 5000; leave it out for 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"gate\":null}", "1"})
    void a_cursor_that_nobody_gave_is_refused(String position) {
        String cursor = Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        for (String list : new String[] {"findings", "waivers", "entities/component"}) {
            HttpResponse<String> answer = server.send(server.request("/api/v1/" + list + "?cursor=" + cursor));
            assertThat(answer.statusCode()).as(list + " " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("is no cursor of this list");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a.yaml | The name of the source is empty",
                "../x | a.yaml | is a path that depends on where one stands",
                "'a\\nb' | a.yaml | has a line break in it",
                "shop | '' | File 1 of 1 has no name",
                "shop | 'a\\u0007' | has the character U+0007 in it"
            })
    void what_is_imported_has_names_that_people_can_read(String source, String file, String why) {
        String text = "{apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: a}}";
        String body =
                "{\"source\":\"%s\",\"files\":[{\"name\":\"%s\",\"content\":\"%s\"}]}".formatted(source, file, text);
        HttpResponse<String> answer = server.send(server.post("/api/v1/catalog", token, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void what_a_change_names_and_nobody_declares_is_told_by_its_pointer() {
        String change = Shop.change("points", "staging", "- deploy: {component: chekout, version: '2'}");

        HttpResponse<String> answer =
                server.send(server.post("/api/v1/decisions", token, Json.write(Shop.decision(change))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Json.read(answer.body(), JsonNode.class).path("errors").findValuesAsText("pointer"))
                .contains("/spec/operations/1/deploy/component");
    }

    @Test
    void null_is_no_element_of_a_list() {
        HttpResponse<String> answer = server.send(server.post(
                "/api/v1/decisions", token, "{\"change\":{\"name\":\"a\",\"content\":\"b\"},\"gates\":[null]}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"pointer\":\"/gates/0\"", "null is no element of a list");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"+1000000000-12-31T23:59:59Z\"', 422, is not between 1970-01-01T00:00:00Z",
        "'\"-1000000-01-01T00:00:00Z\"', 422, is not between 1970-01-01T00:00:00Z",
        "99999999999999999999, 400, '''at'' is 99999999999999999999, a number; a time such as'",
        "'\"yesterday\"', 400, '''at'' is ''yesterday''; a time such as 2026-12-01T09:00:00Z is expected'"
    })
    void a_time_is_one_that_a_calendar_has(String at, int status, String why) {
        String body = "{\"%s\":{\"name\":\"a\",\"content\":\"b\"},\"at\":" + at + "}";
        for (String[] asked : new String[][] {{"decisions", "change"}, {"plans/evaluate", "plan"}}) {
            HttpResponse<String> answer =
                    server.send(server.post("/api/v1/" + asked[0], token, body.formatted(asked[1])));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).contains(why);
        }
    }

    private static void assertMistake(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.read(answer.body(), JsonNode.class).path("detail").asText())
                .contains(words)
                .doesNotContain("java.", "`", "jackson", "--");
    }

    @ParameterizedTest
    @CsvSource({
        "changes?limt=3, 400, unknown parameter 'limt'; did you mean 'limit'?",
        "changes?colour=red, 400, 'unknown parameter ''colour''; known parameters are cursor, limit'",
        "changes?limit=1&limit=2, 400, 'the parameter ''limit'' is given twice'",
        "changes?limit=many, 400, 'the parameter ''limit'' is ''many''; an integer is expected'",
        "decisions/x/explanation?fix=yes, 400, 'the parameter ''fix'' is ''yes''; true or false is expected'",
        "findings?at=noon, 400, 'the parameter ''at'' is ''noon''; a time such as 2026-12-01T09:00:00Z is expected'",
        "findings?at=1969-01-01T00:00:00Z, 422, is not between 1970-01-01T00:00:00Z",
        "decision, 404, 'Nothing is at ''/api/v1/decision''; did you mean ''/api/v1/decisions''?'",
        "decisions/x/explain, 404, Nothing is at '/api/v1/decisions/x/explain'",
        "entities/componet, 404, did you mean 'component'?",
        "findings?environment=grop:x, 422, did you mean 'group'?",
        "entities/component/default/%ff, 400, The request cannot be taken: Bad UTF-8 encoding; check its path"
    })
    void a_path_and_its_parameters_are_those_that_are_known(String path, int status, String words) {
        assertMistake(server.send(server.request("/api/v1/" + path)), status, words);
    }

    @Test
    void an_empty_list_is_a_list() {
        assertThat(server.send(server.request("/api/v1/changes")).body()).isEqualTo("{\"items\":[]}");
        assertThat(server.send(server.request("/api/v1/findings?gate=resilience"))
                        .body())
                .startsWith("{\"gates\":[");
    }

    @Test
    void what_was_asked_for_wrongly_is_told_how_to_ask() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/changes")
                .header("Authorization", "Bearer " + token)
                .DELETE());
        assertMistake(answer, 405, "DELETE means nothing at '/api/v1/changes'; allowed are GET, OPTIONS");
        assertThat(answer.headers().firstValue("Allow")).isPresent();
        assertMistake(
                server.send(server.request("/api/v1/changes").header("Accept", "text/html")),
                406,
                "Nothing at '/api/v1/changes' can be told as 'text/html'");
        assertMistake(
                server.send(server.request("/api/v1/changes").header("Accept", "///")),
                400,
                "the header Accept is '///', which is no media type");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415, No body of the type 'text/plain' is read at",
        "application/yaml, 415, send it as application/json",
        "json, 400, 'the header Content-Type is ''json'', which is no media type'"
    })
    void a_body_is_json_and_says_so(String type, int status, String words) {
        assertMistake(
                server.send(server.request("/api/v1/decisions")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{}"))),
                status,
                words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "decisions", "waivers", "plans/evaluate", "decisions/x/approve"})
    void a_body_that_is_needed_is_missed(String path) {
        assertMistake(
                server.send(server.request("/api/v1/" + path)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())),
                400,
                "The body is empty; send one JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decisions/x/replay", "plans/evaluations/x/replay"})
    void a_body_that_nobody_would_read_is_refused(String path) {
        assertMistake(
                server.send(server.post("/api/v1/" + path, token, "{\"currentRules\":true}")),
                400,
                "Nothing is read from a body here; leave it out, known parameters are currentRules");
        assertMistake(server.send(server.post("/api/v1/" + path, token, " { } ")), 404, "There is no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|Unexpected end-of-input: expected close marker for Object; send",
                "{} {}|The body is not JSON (line 1, column 4): a second value follows the first",
                "[]|the body is a list; an object is expected",
                "{\"files\":{}}|'files' is an object; a list is expected",
                "{\"files\":[1]}|'files[0]' is 1, a number; an object is expected",
                "{\"source\":[]}|'source' is a list; a string is expected",
                "{\"dryRun\":\"yes\"}|'dryRun' is 'yes'; true or false is expected",
                "{\"source\":\"\\ud800\"}|'source' holds half of a character",
                "{\"sorce\":1}|unknown key 'sorce'; did you mean 'source'?",
                "{\"source\":\"s\",\"files\":[{\"name\":\"a\"}]}|has neither 'content' nor 'base64'"
            })
    void a_body_has_the_shape_that_is_described(String body, String words) {
        HttpResponse<String> answer = server.send(server.post("/api/v1/catalog", token, body));
        assertMistake(answer, words.contains("neither") ? 422 : 400, words);
    }

    @Test
    void each_mistake_of_a_body_has_its_own_place_and_words() {
        HttpResponse<String> answer =
                server.send(server.post("/api/v1/plans/evaluate", token, "{\"plan\":{\"path\":\"p\",\"text\":\"x\"}}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Json.read(answer.body(), JsonNode.class).path("errors"))
                .extracting(each -> each.path("pointer").asText() + " "
                        + each.path("detail").asText())
                .containsExactlyInAnyOrder(
                        "/plan/path unknown key 'path'",
                        "/plan/text unknown key 'text'",
                        "/plan/name the key 'name' is missing");
    }

    @Test
    void a_mistake_without_a_place_has_no_line_and_the_words_no_severity() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/decisions/nowhere"));

        JsonNode problem = Json.read(answer.body(), JsonNode.class);
        assertThat(problem.path("detail").asText()).startsWith("There is no ");
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0").has("line")).isFalse();
        assertThat(problem.at("/errors/0").has("column")).isFalse();
    }

    @Test
    void a_path_that_ends_in_a_slash_is_not_suggested_again() {
        for (String path : new String[] {"plans/evaluations/", "entities/component/default/"}) {
            HttpResponse<String> answer = server.send(server.request("/api/v1/" + path));
            assertMistake(answer, 404, "Nothing is at '/api/v1/" + path + "'; see /openapi.json for what there is");
        }
    }

    @Test
    void a_long_id_is_told_by_its_beginning() {
        for (String path : new String[] {"plans/evaluations/", "decisions/"}) {
            HttpResponse<String> answer = server.send(server.request("/api/v1/" + path + "a".repeat(3_000)));
            assertMistake(answer, 404, "'" + "a".repeat(60) + "…'");
        }
    }

    @Test
    void depth_and_length_have_limits_without_the_parsers_names() {
        String deep = "[".repeat(300) + "]".repeat(300);
        assertMistake(
                server.send(server.post("/api/v1/catalog", token, deep)),
                400,
                "Document nesting depth (201) exceeds the maximum allowed (200); send one JSON object");
        assertMistake(server.send(server.post("/api/v1/catalog", token, "1".repeat(2000))), 400, "Number value length");
    }
}
