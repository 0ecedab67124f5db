package dev.gatehouse.document.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.yaml.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    static final List<String> KINDS = Schemas.kinds();

    @ParameterizedTest
    @FieldSource("KINDS")
    void every_schema_is_complete_in_itself_and_describes_every_attribute(String kind) {
        ObjectNode schema = Json.read(Schemas.text(kind), ObjectNode.class);

        assertThat(schema.at("/properties/kind/const").asText()).isEqualTo(kind);
        assertThat(Schemas.text(kind)).doesNotContain("definitions.json");
        assertThat(Schemas.attributes(kind).keySet()).allSatisfy(attribute -> {
            var spec = schema.at("/properties/spec");
            var rules = spec.has("$ref") ? schema.at(spec.path("$ref").asText().substring(1)) : spec;
            String description =
                    rules.at("/properties/" + attribute + "/description").asText();
            boolean required = rules.path("required").toString().contains("\"" + attribute + "\"");
            assertThat(description).isNotBlank();
            assertThat(required || description.contains("Absent: "))
                    .as(attribute)
                    .isTrue();
        });
    }

    @Test
    void the_index_names_every_schema_file() throws IOException {
        Path folder = Path.of(System.getProperty("gatehouse.root", System.getProperty("user.dir")))
                .resolve("graph-model/src/main/resources/dev/gatehouse/schemas");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json") && !name.equals("definitions.json"))
                            .map(name -> name.replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("index")));
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                component("tier: high", "'tier' is 'high', a string; an integer from 1 to 5 is expected"),
                component("tier: 9", "'tier' is 9; an integer from 1 to 5 is expected"),
                component("tier: 1.5", "'tier' is 1.5, a number; an integer from 1 to 5 is expected"),
                component(
                        "tier:",
                        "'tier' is empty; an integer from 1 to 5 is expected;"
                                + " give it a value, or leave the key out"),
                component("teir: 1", "unknown key 'teir'; did you mean 'tier'?"),
                component(
                        "rto: 5",
                        "'rto' is 5, a number; a duration such as 150ms, 2s, 5m or 30d is expected;"
                                + " add a unit: 5ms, 5s"),
                component("rto: soon", "'rto' is 'soon'; a duration such as 150ms, 2s, 5m or 30d is expected"),
                component("owner: user:bob", "'owner' is 'user:bob'; a reference to a group is expected"),
                component(
                        "owner: team:bob",
                        "'owner': 'team:bob' names no known kind: 'team';"
                                + " a reference to a group is expected, as [kind:][namespace/]name"),
                component("url: [x]", "'url' is a list; a string that is not empty is expected"),
                component(
                        "url: 8080",
                        "'url' is 8080, a number; a string that is not empty is expected;" + " put it in quotes"),
                component("provides: x", "'provides' is 'x', a string; a list is expected; write it as a list: [x]"),
                component(
                        "clearedFor: [a, 1]",
                        "'clearedFor[1]' is 1, a number; a string that is not empty is expected;"
                                + " put it in quotes"),
                component("roles: {gateway: [zuul]}", "'gateway' is a list; a string, number or boolean is expected"),
                component("url: \"a\\eb\"", "'url' has the character U+001B in it; take it out"),
                component("url: \"a\\nb\"", "'url' has a line break in it; write it on one line"),
                component(
                        "url: \"a\\n\"",
                        "'url' has a line break in it; write it on one line; in YAML after '>-', since '>' and '|' end with"
                                + " a line break"),
                component(
                        "region: " + "x".repeat(1_001),
                        "'region' has 1001 characters; at most 1000 are read; shorten it"),
                component(
                        "properties: {\"a\\0\": 1}", "the key 'a\\u0000' has the character U+0000 in it; take it out"),
                component("monthlyCost: -1", "'monthlyCost' is -1; a number of 0 or more is expected"),
                dependency(
                        "criticality: hrad",
                        "'criticality' is 'hrad'; one of 'hard', 'soft' is expected;" + " did you mean 'hard'?"),
                dependency(
                        "observed: 2026-12-01",
                        "'observed' is '2026-12-01';"
                                + " a time such as 2026-12-01T09:00:00Z is expected; write 2026-12-01T00:00:00Z"),
                dependency("circuitBreaker: yes", "'circuitBreaker' is 'yes', a string; true or false is expected"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void names_the_value_what_is_expected_and_the_cure(String text, String diagnostic) {
        int line = (int) text.lines().count();
        assertThat(check(text))
                .singleElement()
                .asString()
                .startsWith("f.yaml:" + line)
                .endsWith(": error: " + diagnostic);
    }

    private static Arguments component(String attribute, String diagnostic) {
        String head = "apiVersion: gatehouse.dev/v1\nkind: Component\nmetadata: {name: a}\nspec:\n  ";
        return Arguments.of(head + attribute, diagnostic);
    }

    private static Arguments dependency(String attribute, String diagnostic) {
        return Arguments.of(
                "apiVersion: gatehouse.dev/v1\nkind: Dependency\nmetadata: {name: a}\nspec:\n  from: a\n  to: b\n  "
                        + attribute,
                diagnostic);
    }

    @Test
    void tells_all_mistakes_at_once_in_the_order_of_the_text() {
        assertThat(check("""
                apiVersion: gatehouse.dev/v2
                kind: Environment
                metadata: {nam: a}
                spec:
                  production: maybe
                  freezes:
                    - {start: 2026-12-02T00:00:00Z, end: 2026-12-01T00:00:00Z}
                extra: 1
                """))
                .containsExactly(
                        "f.yaml:1:1: error: 'apiVersion' is 'gatehouse.dev/v2'; 'gatehouse.dev/v1' is expected;"
                                + " did you mean 'gatehouse.dev/v1'?",
                        "f.yaml:3:1: error: 'metadata' lacks 'name'; add it; a string of the form"
                                + " ^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$ with at most 253 characters is expected",
                        "f.yaml:3:12: error: unknown key 'nam'; did you mean 'name'?",
                        "f.yaml:5:3: error: 'production' is 'maybe', a string; true or false is expected",
                        "f.yaml:7:7: error: 'freezes[0]' lacks 'reason'; add it; a string that is not empty is expected",
                        "f.yaml:7:37: error: 'end' is 2026-12-01T00:00:00Z, which is not after 'start', 2026-12-02T00:00:00Z;"
                                + " exchange the two, or correct one",
                        "f.yaml:8:1: error: unknown key 'extra'; known here are apiVersion, kind, metadata, spec");
    }

    @Test
    void texts_of_several_lines_are_longer_and_names_shorter() {
        String head = "apiVersion: gatehouse.dev/v1\nkind: Component\nmetadata:\n";
        assertThat(check(head + "  name: a\n  description: |\n    two\n    \tlines\n  labels: {a: \"b\\nc\"}"))
                .isEmpty();
        assertThat(check(head + "  name: " + "a".repeat(254) + "\n  title: " + "b".repeat(301) + "\n  description: "
                        + "c".repeat(10_001)))
                .containsExactly(
                        "f.yaml:4:3: error: 'name' has 254 characters; at most 253 are read; shorten it",
                        "f.yaml:5:3: error: 'title' has 301 characters; at most 300 are read; shorten it",
                        "f.yaml:6:3: error: 'description' has 10001 characters; at most 10000 are read; shorten it");
    }

    @Test
    void what_a_change_brings_along_is_kept_as_it_is() {
        assertThat(check("{apiVersion: gatehouse.dev/v1, kind: Change, metadata: {name: a}, spec: {environment: e,"
                        + " operations: [{declare: {metadata: {description: \"a\\nb\"}}}],"
                        + " artifacts: [{kind: k, path: p, content: \"\\e[1m\\0" + "x".repeat(10_001) + "\"}]}}"))
                .isEmpty();
    }

    @Test
    void the_published_schemas_say_how_long_texts_may_be() {
        ObjectNode schema = Json.read(Schemas.text("Component"), ObjectNode.class);

        assertThat(schema.at("/$defs/componentSpec/properties/url/maxLength").asInt())
                .isEqualTo(1_000);
        assertThat(schema.at("/$defs/metadata/properties/description/maxLength").asInt())
                .isEqualTo(10_000);
    }

    @Test
    void names_the_nearest_kind() {
        assertThat(check("{apiVersion: gatehouse.dev/v1, kind: Componnent, metadata: {name: a}}"))
                .containsExactly("f.yaml:1:32: error: unknown kind 'Componnent'; did you mean 'Component'?");
    }

    private static List<String> check(String text) {
        Document document = DocumentReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8))
                .documents()
                .getFirst();
        return Schemas.check(document).stream().map(Diagnostic::toString).toList();
    }
}
