package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the commands of the README in a copy of what they need, one after the other, and looks for the output that it
/// shows. A line `…` stands for any lines.
class ReadmeTest {
    private static final Path ROOT =
            Path.of(System.getProperty("gatehouse.root", "..")).toAbsolutePath().normalize();

    @TempDir
    private Path copy;

    @BeforeEach
    void copies_what_the_commands_need() throws IOException {
        for (String folder : List.of("rules", "policies", "samples", ".gatehouse/tools")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(ROOT.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        System.setProperty("gatehouse.root", copy.toString());
        Path server = ROOT.resolve("graph-model/server/target");
        System.setProperty("gatehouse.server", server.resolve("classes") + ":" + server.resolve("lib") + "/*");
    }

    @AfterEach
    void puts_the_root_back() {
        System.setProperty("gatehouse.root", ROOT.toString());
        System.clearProperty("gatehouse.server");
    }

    @Test
    void each_command_of_the_readme_prints_what_it_shows() throws IOException, InterruptedException {
        List<Fence> fences = Fence.in(Files.readAllLines(ROOT.resolve("README.md")));
        String output = "";
        int commands = 0;
        for (Fence fence : fences) {
            if (fence.language.equals("sh")) {
                output = run(String.join("\n", fence.lines));
                commands++;
            } else if (fence.language.equals("text")) {
                assertShows(output, fence.lines);
            }
        }
        assertThat(commands).isGreaterThan(5);
    }

    private String run(String command) throws IOException, InterruptedException {
        if (!command.startsWith("./gatehouse ")) {
            Process shell = new ProcessBuilder("sh", "-c", command)
                    .directory(copy.toFile())
                    .inheritIO()
                    .start();
            assertThat(shell.waitFor()).as(command).isZero();
            return "";
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Terminal.PLAIN, copy);
        String[] arguments = command.substring("./gatehouse ".length()).split("\\s+");
        int exit =
                Main.commandLine(console, Map.of("PATH", System.getenv("PATH"))).execute(arguments);
        assertThat(exit).as(command + "\n" + err).isBetween(0, 2);
        return out.toString();
    }

    private static void assertShows(String output, List<String> shown) {
        List<String> chunk = new ArrayList<>();
        int from = 0;
        for (String line : Stream.concat(shown.stream(), Stream.of("…")).toList()) {
            if (line.equals("…")) {
                String text = String.join("\n", chunk);
                int at = output.indexOf(text, from);
                assertThat(at).as("%s\nshould be shown in\n%s", text, output).isNotNegative();
                from = at + text.length();
                chunk.clear();
            } else {
                chunk.add(line);
            }
        }
    }

    /// A fenced block.
    private record Fence(String language, List<String> lines) {
        private static final String MARK = "```";

        static List<Fence> in(List<String> markdown) {
            List<Fence> fences = new ArrayList<>();
            Fence open = null;
            for (String line : markdown) {
                if (!line.startsWith(MARK)) {
                    if (open != null) {
                        open.lines.add(line);
                    }
                } else if (open == null) {
                    open = new Fence(line.substring(MARK.length()), new ArrayList<>());
                } else {
                    fences.add(open);
                    open = null;
                }
            }
            return fences;
        }
    }
}
