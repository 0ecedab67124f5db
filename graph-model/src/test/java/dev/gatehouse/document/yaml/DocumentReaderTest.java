package dev.gatehouse.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Sizes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentReaderTest {
    private static final String LOST = "; this document was not read, so the reading is incomplete";

    @Test
    void reads_several_documents_and_skips_empty_ones() {
        Parsed parsed = yaml("""
                %YAML 1.2
                # a comment
                ---
                a: 1
                ---
                # nothing
                ---
                b: 2
                ...
                c: 3
                """);

        assertThat(parsed.diagnostics()).isEmpty();
        assertThat(parsed.documents())
                .extracting(document -> document.root().toString())
                .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
        assertThat(parsed.documents().getLast().at("/c").line()).isEqualTo(10);
    }

    @Test
    void resolves_values_by_the_core_schema_of_yaml_1_2() {
        assertThat(yaml("""
                text: [yes, no, 'true', "1", 2026-12-01, 1.2.3, -x, .nan]
                number: [1, -7, 0x1F, 0o17, 1.50, 1e3, 9223372036854775808]
                other: [true, FALSE, null, ~, ]
                folded: >-
                  one
                  two
                """).documents().getFirst().root())
                .hasToString("{\"text\":[\"yes\",\"no\",\"true\",\"1\",\"2026-12-01\",\"1.2.3\",\"-x\",\".nan\"],"
                        + "\"number\":[1,-7,31,15,1.50,1E+3,9223372036854775808],"
                        + "\"other\":[true,false,null,null],\"folded\":\"one two\"}");
    }

    @Test
    void knows_the_place_of_every_value() {
        Document document = yaml("a:\n  - b/c: 1\n    d~: [x, y]\n").documents().getFirst();

        assertThat(document.at("/a").line()).isEqualTo(1);
        assertThat(document.at("/a/0/b~1c").column()).isEqualTo(5);
        assertThat(document.at("/a/0/d~0/1").line()).isEqualTo(3);
        assertThat(document.at("/a/0/d~0/1").column()).isEqualTo(13);
        assertThat(document.at("/a/0/missing/deeper").line()).isEqualTo(2);
    }

    @Test
    void expands_aliases() {
        assertThat(yaml("a: &x {k: [1, 2]}\nb: *x\nc: &y text\nd: *y\n")
                        .documents()
                        .getFirst()
                        .root())
                .hasToString("{\"a\":{\"k\":[1,2]},\"b\":{\"k\":[1,2]},\"c\":\"text\",\"d\":\"text\"}");
    }

    @Test
    void reads_json_with_places_by_name_or_by_its_first_character() {
        Document document =
                read("x.json", "{\n  \"a\": [1.0, true]\n}").documents().getFirst();

        assertThat(document.at("/a/1").line()).isEqualTo(2);
        assertThat(document.at("/a/1").column()).isEqualTo(14);
        assertThat(read("standard input", "{\"a\": \"\\u00e4\"}")
                        .documents()
                        .getFirst()
                        .text("a"))
                .isEqualTo("ä");
    }

    @Test
    void a_file_may_start_with_a_byte_order_mark_of_utf_8() {
        assertThat(yaml("\uFEFFa: 1\n").documents().getFirst().at("/a").column())
                .isEqualTo(1);
    }

    @Test
    void a_broken_document_leaves_the_others_of_its_file() {
        Parsed parsed = yaml("a: 1\n---\nb: [\n---\nc: 3\n---\n- d\n");

        assertThat(parsed.documents())
                .extracting(document -> document.root().toString())
                .containsExactly("{\"a\":1}", "{\"c\":3}");
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.diagnostics()).extracting(Diagnostic::line).containsExactly(4, 7);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                bad(
                        "a: 1\nb: 2\na: 3\n",
                        "f.yaml:3:1: error: the key 'a' stands twice in this mapping, first in line 1;"
                                + " remove one of the two"),
                bad(
                        "a: {x: 1, x: 2}",
                        "f.yaml:1:11: error: the key 'x' stands twice in this mapping, first in line 1;"
                                + " remove one of the two"),
                bad(
                        "a:\n\tb: 1\n",
                        "f.yaml:2:1: error: not valid YAML: while scanning for the next token: found character"
                                + " '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"
                                + LOST + "; indent with spaces"),
                bad(
                        "- a\n",
                        "f.yaml:1:1: error: the document is a list, not a mapping;"
                                + " write keys with their values: 'key: value'"),
                bad(
                        "just text\n",
                        "f.yaml:1:1: error: the document is a single value, not a mapping;"
                                + " write keys with their values: 'key: value'"),
                bad(
                        "a: *b\n",
                        "f.yaml:1:4: error: the alias '*b' stands for nothing, or for what it stands in" + LOST
                                + "; define the anchor '&b' before it"),
                bad(
                        "a: &b [*b]\n",
                        "f.yaml:1:8: error: the alias '*b' stands for nothing, or for what it stands in" + LOST
                                + "; define the anchor '&b' before it"),
                bad(
                        "? {a: 1}\n: 2\n",
                        "f.yaml:1:3: error: a mapping or list stands where a key is expected" + LOST
                                + "; use a text as the key, in quotes if it holds braces"),
                bad(
                        "a: 1e999999999\n",
                        "f.yaml:1:4: error: a number has more than 100 digits" + LOST
                                + "; put it in quotes if it is a text"),
                bad(
                        "a: {{ .Values.x }}\n",
                        "f.yaml:1:5: error: a mapping or list stands where a key is expected" + LOST
                                + "; use a text as the key, in quotes if it holds braces"),
                bad(
                        "a: " + "[".repeat(200),
                        "f.yaml:1:103: error: values are nested more than 100 deep" + LOST + "; flatten them"),
                bad(
                        "a: \"\u0001\"\n",
                        "f.yaml:1:1: error: not valid YAML: the character U+0001 is not allowed" + LOST
                                + "; look at this line and the one before"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void names_the_place_and_the_cure_of_what_is_wrong(String text, String diagnostic) {
        assertThat(texts(yaml(text))).containsExactly(diagnostic);
    }

    @Test
    void names_the_first_byte_that_is_not_utf_8() {
        byte[] content = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(texts(DocumentReader.read("f.yaml", content)))
                .containsExactly("f.yaml:2:7: error: byte 11 (0xE9) is not valid UTF-8; save it as UTF-8");
    }

    @Test
    void recognises_wide_characters() {
        assertThat(texts(DocumentReader.read("f.yaml", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly("f.yaml:1:1: error: the file is UTF-16; only UTF-8 is read; save it as UTF-8");
        assertThat(texts(DocumentReader.read("f.yaml", "\uFEFFa: 1".getBytes(Charset.forName("UTF-32BE")))))
                .containsExactly("f.yaml:1:1: error: the file is UTF-32; only UTF-8 is read; save it as UTF-8");
        assertThat(texts(DocumentReader.read("f.yaml", "a: 1".getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly(
                        "f.yaml:1:2: error: byte 1 is NUL: the file is UTF-16 without a mark, or no text at all;"
                                + " save it as UTF-8");
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        assertThat(texts(DocumentReader.read("f.yaml", new byte[Sizes.FILE + 1])))
                .containsExactly("f.yaml: error: the file has 33554433 bytes; at most 33554432 (32 MiB) are read;"
                        + " split it into several files");
        assertThat(texts(DocumentReader.read("f.yaml", new byte[Sizes.FILE])).getFirst())
                .contains("byte 0 is NUL");
    }

    @Test
    void refuses_aliases_that_would_explode() {
        String laughs = "l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
                + IntStream.range(1, 10)
                        .mapToObj(i -> "l" + i + ": &l" + i + " ["
                                + Stream.generate(() -> "*l" + (i - 1))
                                        .limit(10)
                                        .collect(Collectors.joining(", "))
                                + "]\n")
                        .collect(Collectors.joining());

        assertThat(texts(yaml(laughs)))
                .containsExactly("f.yaml:7:10: error: the file has more than 2000000 values once aliases are expanded;"
                        + " split it, or use fewer aliases inside of aliases");
    }

    @ParameterizedTest
    @MethodSource("badJson")
    void names_the_place_in_json_too(String text, String diagnostic) {
        assertThat(texts(read("f.json", text))).containsExactly(diagnostic);
    }

    static Stream<Arguments> badJson() {
        return Stream.of(
                bad(
                        "{\"a\": 1,\n \"a\": 2}",
                        "f.json:2:2: error: the key 'a' stands twice in this mapping, first in line 1;"
                                + " remove one of the two"),
                bad(
                        "[1]",
                        "f.json:1:1: error: the document is a list, not a mapping;"
                                + " write keys with their values: 'key: value'"),
                bad(
                        "{} {}",
                        "f.json:1:4: error: a second JSON value follows the first" + LOST
                                + "; put each into a file of its own, or write YAML with '---' between documents"),
                bad(
                        "{\"a\": " + "[".repeat(150),
                        "f.json:1:106: error: values are nested more than 100 deep" + LOST + "; flatten them"),
                bad(
                        "{\"a\": 1e999999999}",
                        "f.json:1:7: error: a number has more than 100 digits" + LOST
                                + "; put it in quotes if it is a text"));
    }

    private static Arguments bad(String text, String diagnostic) {
        return Arguments.of(text, diagnostic);
    }

    private static Parsed yaml(String text) {
        return read("f.yaml", text);
    }

    private static Parsed read(String name, String text) {
        return DocumentReader.read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(Parsed parsed) {
        return parsed.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void lines_that_would_take_the_reader_minutes_are_refused() {
        String text = "kind: Group\n#" + "c".repeat(200_001) + "\n";
        assertThat(DocumentReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .diagnostics())
                .singleElement()
                .asString()
                .startsWith("a.yaml:2:1")
                .contains("200002 characters");
    }
}
