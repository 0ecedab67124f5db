package dev.gatehouse.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Sizes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class InputFilesTest {
    @TempDir
    private Path folder;

    private List<String> read(String... paths) {
        return InputFiles.read(folder, List.of(paths).stream().map(Path::of).toList()).stream()
                .map(SourceFile::name)
                .toList();
    }

    @Test
    void a_folder_may_be_a_link_and_so_may_files_in_it() throws IOException {
        Path catalog = Files.createDirectory(folder.resolve("catalog"));
        Path file = Files.writeString(catalog.resolve("b.yaml"), "");
        Files.createSymbolicLink(catalog.resolve("a.yaml"), file);
        Files.createSymbolicLink(catalog.resolve("back"), folder);
        Files.createSymbolicLink(folder.resolve("link"), catalog);

        assertThat(read("link")).containsExactly("link/a.yaml", "link/b.yaml");
    }

    @Test
    void a_files_name_is_its_path_in_the_work_tree_however_it_is_spelt() throws IOException {
        Path catalog = Files.createDirectories(folder.resolve("samples/catalog"));
        Files.writeString(catalog.resolve("a.yaml"), "");
        Files.writeString(folder.resolve(".git"), "gitdir: elsewhere");

        for (String spelt : List.of(
                "samples/catalog", "./samples/catalog/", "samples/catalog/../catalog/a.yaml", catalog.toString())) {
            assertThat(read(spelt)).containsExactly("samples/catalog/a.yaml");
        }
        assertThat(InputFiles.readOne(catalog, Path.of("a.yaml")).name()).isEqualTo("samples/catalog/a.yaml");
        assertThat(InputFiles.readOne(catalog, Path.of("../catalog/a.yaml")).name())
                .isEqualTo("samples/catalog/a.yaml");
    }

    @Test
    void outside_of_any_work_tree_it_is_the_path_below_the_working_directory_or_the_whole() throws IOException {
        Path catalog = Files.createDirectories(folder.resolve("catalog"));
        Path beside = Files.createDirectories(folder.resolve("beside"));
        Path file = Files.writeString(catalog.resolve("a.yaml"), "");

        assertThat(read("./catalog/../catalog")).containsExactly("catalog/a.yaml");
        assertThat(read(catalog.toString())).containsExactly("catalog/a.yaml");
        assertThat(InputFiles.readOne(beside, Path.of("../catalog/a.yaml")).name())
                .isEqualTo(file.toString());
    }

    @Test
    void everything_that_cannot_be_read_is_named() throws IOException, InterruptedException {
        Path catalog = Files.createDirectory(folder.resolve("catalog"));
        Files.createSymbolicLink(catalog.resolve("lost.yaml"), folder.resolve("none"));
        Path pipe = catalog.resolve("pipe.yaml");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there are no pipes here");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read("catalog", "nowhere", "/dev/zero"))
                .withMessage("""
                        error: '/dev/zero' cannot be read: it is a pipe, a device or a socket; check the path
                        error: 'catalog/lost.yaml' cannot be read: it is a link that leads nowhere; check the path
                        error: 'catalog/pipe.yaml' cannot be read: it is a pipe, a device or a socket; check the path
                        error: 'nowhere' cannot be read: there is no such file; check the path""");
    }

    @Test
    void what_is_too_large_is_told_with_what_helps_and_not_read() throws IOException {
        sized("catalog/a.yaml", Sizes.FILE);
        sized("catalog/b.yaml", Sizes.FILE);
        assertThat(read("catalog")).hasSize(2);

        sized("catalog/c.yaml", 1);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read("catalog"))
                .withMessage("error: the files together have 67108865 bytes; at most 67108864 (64 MiB) are read;"
                        + " split them over several sources, and import one after the other");
        sized("large.yaml", Sizes.FILE + 1);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read("large.yaml"))
                .withMessage("large.yaml: error: the file has 33554433 bytes; at most 33554432 (32 MiB) are read;"
                        + " split it into several files");
    }

    private void sized(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }
}
