package dev.gatehouse.cli;

import dev.gatehouse.cli.output.page.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Where commands write, and where relative paths begin.
///
/// @param out for results alone
/// @param err for everything else
public record Console(PrintWriter out, PrintWriter err, Terminal terminal, Path directory) {
    /// Tells what is going on while it goes on.
    public void progress(String what) {
        err.println("gatehouse: " + what);
        err.flush();
    }
}
