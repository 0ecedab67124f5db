package dev.gatehouse.document.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path root;

    @Test
    void reads_the_wanted_texts_by_their_names_and_leaves_out_what_is_hidden() throws IOException {
        write("b/rule.drl", "b");
        write("a/rule.drl", "a");
        write("a/notes.txt", "no");
        write(".git/rule.drl", "no");

        assertThat(Folder.read(root, name -> name.endsWith(".drl")))
                .containsExactly(Map.entry("a/rule.drl", "a"), Map.entry("b/rule.drl", "b"));
    }

    @Test
    void names_every_file_that_it_refuses() throws IOException {
        Path outside = Files.createTempFile("outside", ".drl");
        Files.createSymbolicLink(root.resolve("link.drl"), outside);
        Files.write(root.resolve("large.drl"), new byte[Folder.LARGEST + 1]);
        Files.write(root.resolve("odd.drl"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.createSymbolicLink(root.resolve("lost.drl"), root.resolve("none.drl"));

        assertThatThrownBy(() -> Folder.read(root, _ -> true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "link.drl",
                        "leads out",
                        "large.drl",
                        "1048577 bytes",
                        "odd.drl",
                        "UTF-8",
                        "lost.drl",
                        "leads nowhere");
        Files.delete(outside);
    }

    @Test
    void refuses_a_folder_that_is_not_there() {
        assertThatThrownBy(() -> Folder.read(root.resolve("none"), _ -> true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
