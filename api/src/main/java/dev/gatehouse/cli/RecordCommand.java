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
        Path file = console.directory().resolve(record);
        if (server == null && record.endsWith(".json") && Files.exists(file)) {
            return backends.onRecords(file, List.of());
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
        Path file = console.directory().resolve(record);
        return backends.onFiles(
                SourceName.of(console.directory(), catalog.getFirst()),
                InputFiles.read(console.directory(), catalog),
                List.of(),
                record.endsWith(".json") && Files.exists(file) ? file : null);
    }

    String id() {
        String name = Path.of(record).getFileName().toString();
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : record;
    }
}
