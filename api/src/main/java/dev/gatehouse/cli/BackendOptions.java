package dev.gatehouse.cli;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.input.CatalogPaths;
import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.input.SourceName;
import dev.gatehouse.document.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who is to answer: files, or a server.
final class BackendOptions {
    @Option(
            names = "--catalog",
            paramLabel = "PATH",
            arity = "1..*",
            parameterConsumer = CatalogPaths.class,
            description = "Files or folders that declare the architecture; without them a server is asked.")
    List<Path> catalog = new ArrayList<>();

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the source; default: the git remote.")
    @Nullable
    String source;

    @Option(names = "--server", paramLabel = "URL", description = "The server to ask; default: the configured one.")
    @Nullable
    String server;

    Backends.Session open(Backends backends, Console console, List<Path> policies) {
        refuse(policies);
        if (catalog.isEmpty()) {
            return backends.onServer(server);
        }
        return backends.onFiles(name(console), files(console), policies, null);
    }

    /// What would be left aside without a word.
    private void refuse(List<Path> policies) {
        refuseBoth(catalog, server);
        if (catalog.isEmpty() && !policies.isEmpty()) {
            throw new InvalidInputException(
                    "--policy takes --catalog: a server judges by its own policies alone",
                    "give --catalog PATH, or have the policies added to policies.paths of the server's gatehouse.yaml");
        }
    }

    /// Refuses what files cannot do: their graph ends with the command.
    void requireServer(String flag) {
        if (!catalog.isEmpty()) {
            throw new InvalidInputException(
                    flag + " takes a server: what --catalog declares is known to this command alone, and ends with it",
                    "leave out --catalog, or leave out " + flag);
        }
    }

    static void refuseBoth(List<Path> catalog, @Nullable String server) {
        if (!catalog.isEmpty() && server != null) {
            throw new InvalidInputException(
                    "--catalog and --server do not go together: files are judged here, by nobody else",
                    "give one of the two");
        }
    }

    List<SourceFile> files(Console console) {
        return InputFiles.read(console.directory(), catalog);
    }

    /// The name of the source that `--catalog` makes, or that a flag gives.
    @Nullable
    String name(Console console) {
        return source != null || catalog.isEmpty() ? source : SourceName.here(console.directory(), catalog.getFirst());
    }
}
