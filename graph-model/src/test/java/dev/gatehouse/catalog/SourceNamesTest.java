package dev.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNamesTest {
    private static final Position NOWHERE = new Position(null, 0, 0, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop",
                "https://forge.example/shop.git//catalog",
                "git@forge:shop.git",
                "/home/ann/my catalog",
                "a..b/c"
            })
    void a_source_is_called_what_it_is_called_everywhere(String name) {
        assertThat(SourceNames.mistake(name, NOWHERE)).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", "error: The name of the source is empty; name it, such as github.com/shop/catalog"),
                Arguments.of(" \t", "error: The name of the source is empty; name it, such as github.com/shop/catalog"),
                Arguments.of(
                        "shop ", "error: The name of the source, 'shop ', begins or ends with a blank; leave it out"),
                Arguments.of(
                        "../x",
                        "error: The name of the source, '../x', is a path that depends on where one stands; name it as "
                                + "it is known everywhere"),
                Arguments.of(
                        "a\u0007",
                        "error: The name of the source, 'a\\u0007', has the character U+0007 in it; take it out"),
                Arguments.of(
                        "x".repeat(501),
                        "error: The name of the source, '" + "x".repeat(60) + "…', has 501 characters; at most 500 are "
                                + "read; shorten it"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String name, String told) {
        assertThat(SourceNames.mistake(name, NOWHERE)).get().hasToString(told);
    }

    @Test
    void files_have_names_of_their_own() {
        List<SourceFile> files = Stream.of("a.yaml", "/abs/../b.yaml", "a.yaml", "", "c\n.yaml")
                .map(name -> new SourceFile(name, new byte[0]))
                .toList();

        assertThat(SourceNames.mistakes(files))
                .map(Diagnostic::toString)
                .containsExactly(
                        "error: The file 'a.yaml' is given twice; give it once, or name the other differently",
                        "error: File 4 of 5 has no name; name it: what is declared in it is known by that",
                        "error: The name of the file 'c\\u000a.yaml' has a line break in it; rename it");
    }
}
