package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void without_options_a_table_goes_to_standard_output() {
        assertThat(Target.parse(List.of(), Format.all(), HERE)).containsExactly(new Target(Format.TABLE, null));
    }

    @Test
    void formats_can_go_to_several_places(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("out"));
        assertThat(Target.parse(List.of("table", "sarif=out/a.sarif", "junit=b=c.xml"), Format.all(), folder))
                .containsExactly(
                        new Target(Format.TABLE, null),
                        new Target(Format.SARIF, Path.of("out/a.sarif")),
                        new Target(Format.JUNIT, Path.of("b=c.xml")));
    }

    @Test
    void all_mistakes_are_told_at_once_with_the_nearest_format_and_all_of_them() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Target.parse(List.of("tabel", "yaml=x", "json=", "sarif=-"), Format.all(), HERE))
                .withMessageContaining("-o tabel: there is no format 'tabel'; did you mean 'table'? the formats are "
                        + "table, json, junit, sarif, github")
                .withMessageContaining("-o yaml=x: there is no format 'yaml'; the formats are table, json")
                .withMessageContaining("-o json=: '' is no name of a file")
                .withMessageContaining("-o sarif=-: '-' is no name of a file");
    }

    @Test
    void a_format_that_the_command_does_not_offer_is_not_known_to_it() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Target.parse(List.of("sarif"), TestsView.FORMATS, HERE))
                .withMessageContaining("-o sarif: there is no format 'sarif'; the formats are table, json, junit");
    }

    @Test
    void only_one_format_goes_to_a_place() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Target.parse(List.of("table", "json", "sarif=a", "junit=./a"), Format.all(), HERE))
                .withMessageContaining("-o json: only one format can go to standard output")
                .withMessageContaining("-o junit=a: two formats name that file");
    }

    @Test
    void a_file_gets_no_colour(@TempDir Path folder) {
        Target target = new Target(Format.TABLE, folder.resolve("answer.txt"));

        target.write(Sample.view(), new Terminal(80, true), new PrintWriter(new StringWriter()), Path.of(""));

        assertThat(folder.resolve("answer.txt")).content().isEqualTo(Resources.text("decision.table"));
    }

    @Test
    void standard_output_gets_the_whole_text() {
        StringWriter out = new StringWriter();

        new Target(Format.GITHUB, null).write(Sample.view(), Terminal.PLAIN, new PrintWriter(out), Path.of(""));

        assertThat(out).hasToString(Resources.text("decision.github"));
    }

    @Test
    void a_place_where_no_file_can_be_written_is_told_at_once(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("text"), "");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Target.parse(
                        List.of("json=.", "table=out", "junit=text/a.xml", "sarif=none/deep/a"), Format.all(), folder))
                .withMessageContaining("-o json=.: '.' is a folder; name a file in it")
                .withMessageContaining("-o table=out: 'out' is a folder; name a file in it")
                .withMessageContaining("-o junit=text/a.xml: 'text' is no folder; name another")
                .withMessageContaining(
                        "-o sarif=none/deep/a: there is no folder 'none/deep'; make it, or name another");
    }

    @Test
    void a_file_that_could_not_be_written_is_named_with_the_reason() {
        Target target = new Target(Format.JSON, Path.of("/dev/full"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() ->
                        target.write(Sample.view(), Terminal.PLAIN, new PrintWriter(new StringWriter()), Path.of("")))
                .withMessage("/dev/full could not be written: No space left on device; name another file");
    }
}
