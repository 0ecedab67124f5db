package dev.gatehouse.cli;

import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.input.SourceName;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.record.KeptRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What commands about one record take: its id, or its file.
final class RecordOptions {
    @Parameters(
            paramLabel = "ID|FILE",
            description = "The id of a decision or of a plan's evaluation, or the file of its record.")
    private String record = "";

    @Option(names = "--server", paramLabel = "URL", description = "The server; default: the configured one.")
    private @Nullable String server;

    private @Nullable KeptRecord<?> read;

    /// Here where the record is a file, or was kept in one; otherwise the server.
    Backends.Session open(Backends backends, Console console) {
        if (isFile()) {
            return backends.onRecords(read(backends, console), List.of());
        }
        if (server == null) {
            if (isKeptHere(backends)) {
                return backends.onRecords(null, List.of());
            }
            console.progress("no record '" + record + "' was kept here; asking the server");
        }
        return backends.onServer(server);
    }

    /// Here, beside the architecture that these files declare.
    Backends.Session openWith(Backends backends, Console console, List<Path> catalog) {
        BackendOptions.refuseBoth(catalog, server);
        return backends.onFiles(
                SourceName.here(console.directory(), catalog.getFirst()),
                InputFiles.read(console.directory(), catalog),
                List.of(),
                isFile() ? read(backends, console) : null);
    }

    /// No id has a dot or a slash.
    private boolean isFile() {
        return record.indexOf('.') >= 0 || record.indexOf('/') >= 0;
    }

    private KeptRecord<?> read(Backends backends, Console console) {
        if (server != null) {
            throw new InvalidInputException(
                    "A record's file and --server do not go together: a file is read here", "give one of the two");
        }
        KeptRecord<?> found = backends.record(console.directory().resolve(record));
        read = found;
        return found;
    }

    private boolean isKeptHere(Backends backends) {
        try (Backends.Session here = backends.onRecords(null, List.of())) {
            Path kept = here.recordFile(record);
            return kept != null && Files.exists(kept);
        }
    }

    /// Once it is open; whatever its file is called.
    String id() {
        return read == null ? record : read.record().id();
    }

    /// Whether it is about a plan, once it is open.
    boolean isPlan() {
        return read == null ? record.startsWith(PlanRecord.PREFIX) : read.record() instanceof PlanRecord;
    }
}
