package dev.gatehouse.cli;

import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.input.SourceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What commands about one record take: its id, or its file.
final class RecordCommand {
    @Parameters(paramLabel = "ID|FILE", description = "A decision's id, or the file of its record.")
    private String record = "";

    @Option(names = "--server", paramLabel = "URL", description = "The server; default: the configured one.")
    private @Nullable String server;

    /// Here where the record is a file, or was kept in one; otherwise the server.
    Backends.Session open(Backends backends, Console console) {
        if (server == null && isFile()) {
            return backends.onRecords(console.directory().resolve(record), List.of());
        }
        if (server == null) {
            Backends.Session here = backends.onRecords(null, List.of());
            Path kept = here.recordFile(record);
            if (kept != null && Files.exists(kept)) {
                return here;
            }
            here.close();
        }
        return backends.onServer(server);
    }

    /// Here, beside the architecture that these files declare.
    Backends.Session openWith(Backends backends, Console console, List<Path> catalog) {
        return backends.onFiles(
                SourceName.of(console.directory(), catalog.getFirst()),
                InputFiles.read(console.directory(), catalog),
                List.of(),
                isFile() ? console.directory().resolve(record) : null);
    }

    /// No id has a dot or a slash.
    private boolean isFile() {
        return record.indexOf('.') >= 0 || record.indexOf('/') >= 0;
    }

    /// The decision, as the session knows it.
    String id(Backends.Session session) {
        String opened = session.opened();
        return opened == null ? record : opened;
    }
}
