package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.judges.Live;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {
    @TempDir
    private Path folder;

    private final Uses uses = new Uses();
    private final List<String> ended = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private Path text = Path.of("");

    @BeforeEach
    void lay_out() throws IOException {
        text = Files.writeString(Files.createDirectory(folder.resolve("rules")).resolve("text"), "one");
    }

    private Live<String> live(Path looked) {
        return new Live<>(List.of(looked), this::load, ended::add, uses, wrong -> alarms.add(wrong.toString()));
    }

    private String load() {
        try {
            String content = Files.readString(text);
            if (content.startsWith("broken")) {
                throw new InvalidInputException(content, "mend it");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_edit_counts_and_the_old_one_ends_when_nobody_uses_it() throws IOException {
        Live<String> live = live(folder);
        Uses.Use use = uses.begin();
        assertThat(live.get()).isEqualTo("one");
        Files.writeString(text, "two, longer");
        assertThat(live.get()).isEqualTo("two, longer");
        Files.writeString(text, "three, longer still");
        assertThat(live.get()).isEqualTo("three, longer still");
        assertThat(ended).isEmpty();
        use.close();
        assertThat(ended).containsExactly("one", "two, longer");
    }

    @Test
    void a_broken_edit_and_one_that_cannot_be_read_leave_the_old_one_working() throws IOException {
        Live<String> live = live(folder);
        assertThat(live.get()).isEqualTo("one");
        Files.writeString(text, "broken on the way");
        assertThat(live.broken()).isEmpty();
        assertThat(live.get()).isEqualTo("one");
        assertThat(live.get()).isEqualTo("one");
        assertThat(alarms).singleElement().asString().contains("broken on the way");
        assertThat(live.broken()).hasSize(1);
        Files.delete(text);
        assertThat(live.get()).isEqualTo("one");
        assertThat(alarms).hasSize(2);
        Files.writeString(text, "mended");
        assertThat(live.get()).isEqualTo("mended");
        assertThat(live.broken()).isEmpty();
        assertThat(alarms).hasSize(3).last().isEqualTo("[]");
        Files.writeString(text, "edited once more");
        assertThat(live.get()).isEqualTo("edited once more");
        assertThat(alarms).as("nothing is mended where nothing was broken").hasSize(3);
    }

    @Test
    void a_link_that_leads_nowhere_or_in_a_circle_is_passed_over() throws IOException {
        Files.createSymbolicLink(folder.resolve("rules/.#text"), Path.of("ann@nowhere:1"));
        Files.createSymbolicLink(folder.resolve("rules/circle"), folder);
        assertThat(live(folder).get()).isEqualTo("one");
        assertThat(live(folder.resolve("missing")).get()).isEqualTo("one");
    }

    @Test
    void a_folder_behind_a_link_is_looked_at() throws IOException {
        Live<String> live = live(Files.createSymbolicLink(folder.resolve("link"), folder.resolve("rules")));
        assertThat(live.get()).isEqualTo("one");
        Files.writeString(text, "two, longer");
        assertThat(live.get()).isEqualTo("two, longer");
    }
}
