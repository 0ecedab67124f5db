package dev.gatehouse.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceNameTest {
    @TempDir
    private Path folder;

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        System.arraycopy(new String[] {"git", "-C", folder.toString()}, 0, command, 0, 3);
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void it_is_the_remote_and_the_path_in_it_however_the_path_is_spelt() throws IOException, InterruptedException {
        Path catalog = Files.createDirectories(folder.resolve("cat/shop"));
        Files.writeString(catalog.resolve("a.yaml"), "");
        git("init", "--quiet");
        git("remote", "add", "origin", "git@github.com:acme/shop.git");

        for (String spelt : new String[] {"cat/shop", "./cat/shop/", "cat/../cat/shop", "cat/shop/a.yaml"}) {
            assertThat(SourceName.here(folder, Path.of(spelt))).isEqualTo("github.com/acme/shop/cat/shop");
        }
        assertThat(SourceName.here(folder, catalog)).isEqualTo("github.com/acme/shop/cat/shop");
        assertThat(SourceName.here(catalog, Path.of("../.."))).isEqualTo("github.com/acme/shop");
        assertThat(SourceName.everywhere(catalog, Path.of("."))).isEqualTo("github.com/acme/shop/cat/shop");
    }

    @Test
    void without_a_remote_that_others_know_it_is_the_path_in_the_work_tree() throws IOException, InterruptedException {
        Path catalog = Files.createDirectories(folder.resolve("cat/shop"));
        git("init", "--quiet");
        assertThat(SourceName.here(catalog, Path.of("."))).isEqualTo("cat/shop");
        git("remote", "add", "origin", "https://ann:pass/s3cret@github.com/acme/shop.git");
        assertThat(SourceName.here(folder, Path.of("cat/shop"))).isEqualTo("cat/shop");
        assertThat(SourceName.here(folder, Path.of("."))).isEqualTo(folder.toString());
        git("remote", "set-url", "origin", "/srv/git/shop.git");
        assertThat(SourceName.here(folder, Path.of("cat/shop"))).isEqualTo("/srv/git/shop.git/cat/shop");
    }

    @Test
    void without_a_remote_no_server_knows_it_by_a_name_that_another_folder_may_have_too()
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("catalog"));
        assertRefused();
        git("init", "--quiet");
        assertRefused();
        git("remote", "add", "origin", "/srv/git/shop.git");
        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> SourceName.everywhere(folder, Path.of("catalog")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("'catalog' is in no clone of a git remote", "--source");
    }

    @Test
    void outside_of_any_work_tree_it_is_the_path_below_the_working_directory_or_the_whole() throws IOException {
        Files.createDirectories(folder.resolve("cat/shop"));
        assertThat(SourceName.here(folder, Path.of("./cat/shop"))).isEqualTo("cat/shop");
        assertThat(SourceName.here(folder.resolve("cat/shop"), Path.of(".."))).isEqualTo(folder + "/cat");
    }
}
