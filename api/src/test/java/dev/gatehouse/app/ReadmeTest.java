package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.output.page.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the commands of the README in a copy of what they need, one after the other, and looks for the output that it
/// shows. A line `…` stands for any lines, and at the end of a
/// line for the rest of it.
class ReadmeTest {
    private static final Path ROOT =
            Path.of(System.getProperty("gatehouse.root", "..")).toAbsolutePath().normalize();

    private static final String SHOWN_ADDRESS = "http://127.0.0.1:8410";
    private static final Pattern GATEHOUSE = Pattern.compile("(?:GATEHOUSE_TOKEN=(\\S+) )?\\./gatehouse (.*)");
    private static final Pattern VARIABLE = Pattern.compile("([A-Z]+)=\\$\\((.*)\\)");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    @TempDir
    private Path copy;

    /// Started by the command that shows how.
    private @Nullable Served server;

    /// The shell's variables, as they are written: `$DECISION`.
    private final Map<String, String> known = new HashMap<>();

    @BeforeEach
    void copies_what_the_commands_need() throws IOException {
        for (String folder : List.of("rules", "policies", "samples", ".gatehouse/tools")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder), FileVisitOption.FOLLOW_LINKS)) {
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
        if (server != null) {
            server.close();
        }
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
                for (String line : fence.lines) {
                    output = run(line);
                    commands++;
                }
            } else if (fence.language.equals("text")) {
                assertShows(output, fence.lines);
            }
        }
        assertThat(commands).isGreaterThan(12);
    }

    private String run(String shown) throws IOException, InterruptedException {
        String command = filled(shown);
        Matcher variable = VARIABLE.matcher(command);
        if (variable.matches()) {
            known.put("$" + variable.group(1), run(variable.group(2)).strip());
            return "";
        }
        if (command.equals("./gatehouse serve")) {
            server = Served.start(copy, copy.resolve(".gatehouse"), copy);
            return "Gatehouse answers at " + SHOWN_ADDRESS;
        }
        if (command.startsWith("curl ")) {
            return Objects.requireNonNull(server)
                    .get(command.substring(("curl " + SHOWN_ADDRESS).length()))
                    .body()
                    .toString();
        }
        Matcher gatehouse = GATEHOUSE.matcher(command);
        return gatehouse.matches() ? gatehouse(gatehouse.group(1), gatehouse.group(2)) : shell(command);
    }

    private String filled(String command) {
        String filled = command;
        for (Map.Entry<String, String> value : known.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private String shell(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(copy.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(command).isZero();
        return out;
    }

    private String gatehouse(@Nullable String token, String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Terminal.PLAIN, copy);
        Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
        if (server != null) {
            environment.put("GATEHOUSE_SERVER", server.uri().toString());
        }
        if (token != null) {
            environment.put("GATEHOUSE_TOKEN", token);
        }
        String[] arguments = WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
        int exit = Main.commandLine(console, environment).execute(arguments);
        assertThat(exit).as(command + "\n" + err).isBetween(0, 2);
        return out.toString();
    }

    private static void assertShows(String output, List<String> shown) {
        List<String> chunk = new ArrayList<>();
        int from = 0;
        for (String line : Stream.concat(shown.stream(), Stream.of("…")).toList()) {
            if (line.endsWith("…")) {
                if (line.length() > 1) {
                    chunk.add(line.substring(0, line.length() - 1));
                }
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
