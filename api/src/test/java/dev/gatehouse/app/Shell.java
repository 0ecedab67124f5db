package dev.gatehouse.app;

import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.output.page.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/// Runs commands in this process, as a user types them.
///
/// @param folder where they are called from
record Shell(Path folder, Map<String, String> environment) {
    /// What a command prints and exits with.
    record Outcome(int exit, String out, String err) {
        /// What it says to people, without what it tells of its progress.
        String told() {
            return String.join(
                    "\n",
                    err.lines().filter(line -> !line.startsWith("gatehouse: ")).toList());
        }
    }

    /// Answers are found here; state lies in the folder `state`.
    static Shell onFiles(Path folder) {
        return new Shell(
                folder,
                Map.of(
                        "GATEHOUSE_HOME",
                        folder.resolve("state").toString(),
                        "PATH",
                        String.valueOf(RuleHouse.opa().path().getParent())));
    }

    /// A server is asked.
    static Shell asking(TestServer server, String token, Path folder) {
        return new Shell(
                folder,
                Map.of(
                        "GATEHOUSE_HOME",
                        folder.resolve("cli").toString(),
                        "GATEHOUSE_SERVER",
                        server.server.uri().toString(),
                        "GATEHOUSE_TOKEN",
                        token));
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Terminal.PLAIN, folder);
        int exit = Main.commandLine(console, environment).execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }
}
