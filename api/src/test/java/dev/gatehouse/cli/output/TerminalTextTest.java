package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.Terminal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void no_line_is_wider_than_the_terminal(int width) {
        Terminal terminal = new Terminal(width, false);

        assertThat(Stream.of(
                                Format.TABLE.write(Sample.view(), terminal),
                                new ExplanationText(terminal).write(Sample.explanation(), false),
                                Format.TABLE.write(SamplePlan.view(), terminal),
                                new FindingsText(terminal)
                                        .write(Sample.record().judgement().gates()))
                        .flatMap(String::lines))
                .allMatch(line -> Page.length(line) <= width);
    }

    @Test
    void there_is_colour_only_when_told_and_it_changes_no_word() {
        String plain = Format.TABLE.write(Sample.view(), new Terminal(80, false));
        String coloured = Format.TABLE.write(Sample.view(), new Terminal(80, true));

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).startsWith("\u001b[1;31merror\u001b[0m  ");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
}
