package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Launcher.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The archive that the build leaves, unpacked.
@TestInstance(Lifecycle.PER_CLASS)
final class ReleaseTest {
    private static final Path TARGET = Path.of(System.getProperty("gatehouse.root", ".."), "api", "target");

    private Path folder;
    private Path release;

    @BeforeAll
    void unpack(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = Files.createDirectory(temporary.resolve("a folder of ours"));
        Path archive = only(TARGET, "gatehouse-", ".tar.gz");
        int exit = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        release = only(folder, "gatehouse-", "");
    }

    @Test
    void says_its_version() {
        Outcome outcome = Launcher.of(release.resolve("gatehouse"), folder).run("--version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().strip())
                .isEqualTo("gatehouse " + release.getFileName().toString().substring("gatehouse-".length()));
    }

    @Test
    void shows_its_demo() throws IOException {
        Path state = Files.createDirectory(folder.resolve("our state"));
        // Where the cache of classes would be made, in the background and beyond the end of the test.
        Files.createFile(state.resolve("cache"));
        Outcome outcome = launcher(state).run("demo");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("tier-inversion", changes() + " changes decided: ")
                .doesNotContain("Exception");

        String next = outcome.out().substring(outcome.out().indexOf(" check --at ") + 1);
        String[] check = next.substring(0, next.indexOf("explain ID"))
                .replaceFirst("\\S+ $", "")
                .replace("\\\n", " ")
                .strip()
                .split("\\s+");
        Outcome again = launcher(state).run(check);
        assertThat(again.exit()).as(again.err()).isBetween(0, 3);
        String id = again.err().replaceFirst("(?s).*gatehouse: decision (\\S+), kept in .*", "$1");
        assertThat(launcher(state).run("explain", id).exit()).isZero();
    }

    private Launcher launcher(Path state) {
        return Launcher.of(release.resolve("gatehouse"), folder)
                .with("GATEHOUSE_HOME", state.toString())
                .with("PATH", Served.opa().getParent() + File.pathSeparator + System.getenv("PATH"));
    }

    private long changes() throws IOException {
        try (Stream<Path> files = Files.list(release.resolve("samples/wexmere/changes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).count();
        }
    }

    @Test
    void holds_what_it_needs_and_says_under_which_licence() {
        assertThat(List.of("LICENSE", "NOTICE", "README.md", "rules", "policies/tool/build.sh", "samples"))
                .allSatisfy(name -> assertThat(release.resolve(name)).exists());
    }

    @Test
    void keeps_the_graph_server_apart_with_its_own_licence() throws IOException {
        assertThat(release.resolve("server/LICENSE")).content().contains("GNU GENERAL PUBLIC LICENSE");
        assertThat(release.resolve("server/NOTICE")).content().contains("https://github.com/neo4j/neo4j");
        assertThat(jars("server")).anyMatch(jar -> jar.startsWith("neo4j-kernel-"));
        assertThat(jars("lib"))
                .anyMatch(jar -> jar.startsWith("neo4j-java-driver-"))
                .noneMatch(jar -> jar.startsWith("neo4j-kernel-"));
    }

    private List<String> jars(String name) throws IOException {
        try (Stream<Path> jars = Files.list(release.resolve(name))) {
            return jars.map(jar -> jar.getFileName().toString()).toList();
        }
    }

    private static Path only(Path folder, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
