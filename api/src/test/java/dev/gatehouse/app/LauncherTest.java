package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Launcher.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder laid out as a release, in a path with spaces.
final class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root", ".."));

    /// The folders that it searches on every machine.
    private static final String SEARCHED = "(/usr/lib/jvm|/usr/java|/usr/local|/opt|/Library|/usr/libexec)/";

    @TempDir
    private Path folder;

    private Path release;

    @BeforeEach
    void lay_out_a_release() throws IOException {
        release = Files.createDirectories(folder.resolve("a release/of ours"));
        Files.copy(ROOT.resolve("gatehouse"), release.resolve("gatehouse"));
        Path lib = Files.createDirectory(release.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                Files.createSymbolicLink(lib.resolve(path.getFileName()), path);
            } else if (Files.isDirectory(path)) {
                jar(path, Files.createTempFile(lib, "classes", ".jar"));
            }
        }
    }

    private static void jar(Path classes, Path jar) {
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertThat(exit).isZero();
    }

    @Test
    void starts_from_anywhere_through_a_chain_of_links() throws IOException {
        Path first = Files.createSymbolicLink(release.resolve("first link"), Path.of("gatehouse"));
        Path second = Files.createSymbolicLink(folder.resolve("second link"), first);
        Outcome outcome = Launcher.of(second, folder).run("--version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("gatehouse ");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void passes_arguments_and_the_exit_code_on() {
        Outcome outcome = Launcher.of(release.resolve("gatehouse"), folder).run("no such * command");
        assertThat(outcome.err()).contains("'no such * command'");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(64);
    }

    @Test
    void refuses_a_named_folder_that_is_no_jdk_25() {
        Outcome outcome = Launcher.of(release.resolve("gatehouse"), folder)
                .with("GATEHOUSE_JAVA_HOME", folder.toString())
                .run("--version");
        assertThat(outcome.err()).contains("GATEHOUSE_JAVA_HOME is " + folder).contains("JDK 25");
        assertThat(outcome.exit()).isEqualTo(69);
    }

    @Test
    void says_where_it_looked_and_how_to_get_one_where_there_is_no_jdk() throws IOException {
        Outcome outcome = onABareMachine().run("--version");
        assertThat(outcome.err())
                .contains("needs a JDK 25")
                .contains("JAVA_HOME")
                .contains("https://adoptium.net");
        assertThat(outcome.exit()).isEqualTo(69);
    }

    @Test
    void finds_a_jdk_that_an_editor_installed() throws IOException {
        Path jdks = Files.createDirectories(folder.resolve(".jdks"));
        Files.createSymbolicLink(jdks.resolve("temurin 25"), Path.of(System.getProperty("java.home")));
        Outcome outcome = onABareMachine().run("--version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void says_how_to_get_opa_where_a_command_judges_and_neither_opa_nor_go_is_there() throws IOException {
        Path tool = Files.createDirectories(release.resolve("policies/tool"));
        for (String file : List.of("build.sh", "go.mod", "go.sum")) {
            Files.copy(ROOT.resolve("policies/tool").resolve(file), tool.resolve(file));
        }
        Outcome outcome = onABareMachine()
                .with("GATEHOUSE_JAVA_HOME", System.getProperty("java.home"))
                .run("check", "--catalog", "catalog/");
        assertThat(outcome.err()).contains("OPA").contains("https://go.dev/dl/");
        assertThat(outcome.exit()).isEqualTo(69);
    }

    @Test
    void a_server_is_asked_without_an_opa_here() throws IOException {
        Launcher bare = onABareMachine()
                .with("GATEHOUSE_JAVA_HOME", System.getProperty("java.home"))
                .with("GATEHOUSE_SERVER", "http://127.0.0.1:1");
        for (String command : List.of("explain", "replay")) {
            Outcome outcome = bare.run(command, "019aa4000000");
            assertThat(outcome.err()).contains("http://127.0.0.1:1 does not answer");
            assertThat(outcome.exit()).isEqualTo(4);
        }
    }

    /// The usual commands on the path, nobody's Java, Go or OPA, and an empty home.
    private Launcher onABareMachine() throws IOException {
        Path launcher = release.resolve("bare");
        Files.writeString(
                launcher,
                Files.readString(release.resolve("gatehouse")).replaceAll(SEARCHED, folder.resolve("nowhere") + "/"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String command : List.of("sh", "cat", "cksum", "dirname", "grep", "readlink", "sed", "mkdir")) {
            Files.createSymbolicLink(bin.resolve(command), onPath(command));
        }
        return Launcher.of(launcher, folder)
                .without("GATEHOUSE_JAVA_HOME", "JAVA_HOME")
                .with("HOME", folder.toString())
                .with("PATH", bin.toString());
    }

    private static Path onPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(each -> Path.of(each, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
