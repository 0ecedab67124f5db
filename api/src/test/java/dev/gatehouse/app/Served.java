package dev.gatehouse.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Json;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `gatehouse serve` as a process of its own, with its own Neo4j and OPA, the shipped policies and some of the
/// shipped rules, and its state in a folder.
final class Served implements AutoCloseable {
    /// Not the property that says so: a test moves it while it runs.
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);
    static final String READY = "Gatehouse answers at ";

    /// The program of the graph server.
    static final String GRAPH = "java";

    /// The program of the policies.
    static final String OPA = "opa";

    private static @Nullable Served shared;

    final Path home;
    final Path folder;
    private final ChildProcess process;
    private final URI uri;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Served(Path home, Path folder, ChildProcess process, URI uri) {
        this.home = home;
        this.folder = folder;
        this.process = process;
        this.uri = uri;
    }

    /// One with the shop for every test that leaves it as it was; it ends with the process of the tests.
    static synchronized Served shared() {
        if (shared == null) {
            try {
                Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "served");
                shared = start(folder.resolve("state"), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared.post("/api/v1/catalog", Map.of("source", "shop", "files", List.of(Shop.file(Shop.CATALOG))));
        }
        return shared;
    }

    /// @param home the state folder
    /// @param folder where commands are called from
    static Served start(Path home, Path folder) {
        return start(root(folder), home, folder);
    }

    /// @param root where its rules and policies stand
    static Served start(Path root, Path home, Path folder) {
        ChildProcess process = ChildProcess.start(new Command(
                "The server", words(root, "--port", "0"), Map.of("GATEHOUSE_HOME", home.toString()), folder));
        String line = process.awaitLine(said -> said.startsWith(READY), START);
        return new Served(home, folder, process, URI.create(line.substring(READY.length())));
    }

    /// `serve` as a program and its arguments.
    static List<String> words(Path root, String... arguments) {
        Path graph = ROOT.resolve("graph-model/server/target");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgatehouse.root=" + root,
                "-Dgatehouse.server=" + graph.resolve("classes") + ":" + graph.resolve("lib") + "/*",
                "-Dgatehouse.opa=" + opa(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gatehouse.app.Main",
                "serve"));
        words.addAll(List.of(arguments));
        return words;
    }

    /// The last lines that it wrote to standard error.
    String lastWords() {
        return process.lastWords();
    }

    static Path opa() {
        return OpaBinary.find(System.getenv("PATH"), ROOT.resolve(".gatehouse")).path();
    }

    /// A few rules are enough, and compile faster than all.
    static Path root(Path folder) {
        Path root = folder.resolve("gatehouse");
        for (String copied : List.of("rules/resilience", "rules/value", "rules/compliance/gate.yaml", "policies")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(copied))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = root.resolve(ROOT.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return root;
    }

    /// What a command prints and exits with.
    record Outcome(int exit, String out, String err) {}

    /// Runs a command of the command line against this server, as the administrator.
    Outcome command(String... arguments) {
        return commandAs(token(), arguments);
    }

    Outcome commandAs(String token, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Terminal.PLAIN, folder);
        Map<String, String> environment = new HashMap<>();
        environment.put("GATEHOUSE_HOME", home.toString());
        environment.put("GATEHOUSE_SERVER", uri.toString());
        environment.put("GATEHOUSE_TOKEN", token);
        int exit = Main.commandLine(console, environment).execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    URI uri() {
        return uri;
    }

    /// The administrator's.
    String token() {
        try {
            return Files.readString(home.resolve("token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The secret of a new token.
    String token(String name, String... roles) {
        List<String> words = new ArrayList<>(List.of("token", "new", name));
        for (String role : roles) {
            words.addAll(List.of("--role", role));
        }
        return command(words.toArray(String[]::new)).out().strip();
    }

    /// An answer: its status, and its body as JSON.
    record Answer(int status, JsonNode body) {
        static Answer of(int status, String body) {
            return new Answer(status, Json.read(body.isEmpty() ? "null" : body, JsonNode.class));
        }

        String detail() {
            return body.path("detail").asText();
        }

        String verdict() {
            return body.path("judgement").path("verdict").asText();
        }

        /// What a gate says.
        String verdict(String gate) {
            for (JsonNode each : body.path("judgement").path("gates")) {
                if (each.path("gate").asText().equals(gate)) {
                    return each.path("verdict").asText();
                }
            }
            return "was not asked";
        }
    }

    Answer get(String path) {
        return send(request(path, token()).GET());
    }

    Answer post(String path, Object body) {
        return postAs(token(), path, body);
    }

    Answer postAs(@Nullable String token, String path, Object body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return Answer.of(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Its children that run that program, the oldest first.
    List<ProcessHandle> parts(String program) {
        return ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> child.info().command().orElse("").endsWith("/" + program))
                .sorted(Comparator.comparingLong(ProcessHandle::pid))
                .toList();
    }

    /// Sends a signal: `KILL`, `STOP`, `CONT`.
    static void signal(String name, ProcessHandle process) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("no process " + process.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks again and again until it holds.
    static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + START.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// kill -9 of the server itself.
    void crash() {
        ProcessHandle server = ProcessHandle.of(process.pid()).orElseThrow();
        List<ProcessHandle> children = server.descendants().toList();
        signal("KILL", server);
        server.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
