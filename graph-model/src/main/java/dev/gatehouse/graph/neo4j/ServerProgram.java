package dev.gatehouse.graph.neo4j;

import dev.gatehouse.process.Command;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The graph server as a program: our Java machine on the server's own class path.
final class ServerProgram {
    private ServerProgram() {}

    /// @param flags more of the Java machine's
    /// @param arguments a data folder and a port; the size of the page cache stands behind them
    /// @param end one more argument of the program, a file that ends it once it is there; empty where there is none
    static Command command(
            GraphServer.Settings settings, List<String> flags, String password, List<String> arguments, String... end) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags);
        words.addAll(List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                // Loading much at once costs a tenth less with it.
                "-XX:+UseParallelGC",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                settings.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "dev.gatehouse.server.Main"));
        words.addAll(arguments);
        words.add(Integer.toString(settings.cacheMegabytes()));
        words.addAll(List.of(end));
        return new Command("The graph server", words, Map.of("GATEHOUSE_GRAPH_PASSWORD", password), null);
    }
}
