package dev.gatehouse.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void a_text_of_one_line_has_no_breaks_and_no_controls() {
        assertThat(Texts.line("Grüße, 世界 👩\u200d💻")).isEmpty();
        assertThat(Texts.line("two\nlines")).get().extracting(Texts.Wrong::why).isEqualTo("has a line break in it");
        assertThat(Texts.line("a\tb")).get().extracting(Texts.Wrong::why).isEqualTo("has the character U+0009 in it");
        assertThat(Texts.line("a\u001b[31m"))
                .get()
                .extracting(Texts.Wrong::why)
                .isEqualTo("has the character U+001B in it");
    }

    @Test
    void a_text_of_several_lines_may_have_breaks_and_tabs() {
        assertThat(Texts.lines("two\r\n\tlines\n")).isEmpty();
        assertThat(Texts.lines("bell\u0007"))
                .get()
                .extracting(Texts.Wrong::why)
                .isEqualTo("has the character U+0007 in it");
    }

    @Test
    void neither_is_endless() {
        assertThat(Texts.line("é".repeat(1_000))).isEmpty();
        assertThat(Texts.line("👍".repeat(1_001)))
                .contains(new Texts.Wrong("has 1001 characters; at most 1000 are read", "shorten it"));
        assertThat(Texts.lines("a".repeat(10_001))).isPresent();
    }

    @Test
    void what_steers_a_terminal_is_made_visible_in_what_is_told_of_it() {
        Diagnostic told = Diagnostic.error(new Position("a\nb.yaml", 1, 2, null), "'\u001b[2J' is no\nname", "\u202e");

        assertThat(told).hasToString("a\\u000ab.yaml:1:2: error: '\\u001b[2J' is no\nname; \\u202e");
    }
}
