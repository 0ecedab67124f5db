package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        "99999999999999999999, 400, does not fit"
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
}
