package dev.gatehouse.cli;

import dev.gatehouse.cli.input.InputFiles;
import dev.gatehouse.cli.input.SourceName;
import dev.gatehouse.document.Count;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.usecase.Import;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import`
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Replaces what a source declares.",
        footer = {
            "%nExamples:",
            "  gatehouse import catalog/ waivers.yaml --source shop",
            "  gatehouse import . --dry-run"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Backends backends;
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders, all of one source.")
    private List<Path> paths = List.of();

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the source; default: the git remote.")
    private @Nullable String source;

    @Option(names = "--env", paramLabel = "ENV", description = "Where manifests that name no environment are applied.")
    private @Nullable String environment;

    @Option(names = "--server", paramLabel = "URL", description = "The server; default: the configured one.")
    private @Nullable String server;

    @Option(names = "--dry-run", description = "Print the difference, change nothing.")
    private boolean dryRun;

    @Option(names = "--allow-removals", description = "Let more than a tenth of the source go.")
    private boolean allowRemovals;

    @Option(
            names = "--partial",
            description = "Import what can be read where documents are broken; rules that need the rest are"
                    + " inconclusive until it is imported completely.")
    private boolean partial;

    ImportCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = source == null ? SourceName.everywhere(console.directory(), paths.getFirst()) : source;
        Import.Request request = new Import.Request(
                name, environment, InputFiles.read(console.directory(), paths), dryRun, allowRemovals, partial);
        console.progress("reading " + Count.of(request.files().size(), "file") + " of " + name);
        try (Backends.Session session = backends.onServer(server)) {
            Import.Result result = session.useCases().imports().run(session.actor(), request);
            print(result);
            return result.refusal() == null ? ExitCode.OK : ExitCode.WRONG_INPUT;
        }
    }

    private void print(Import.Result result) {
        result.notes().forEach(note -> console.err().println(note));
        if (result.refusal() != null) {
            console.err().println(result.refusal());
        }
        console.out()
                .println((dryRun ? "Would bring " : "Revision " + result.revision() + ": ")
                        + result.added().size() + " added, " + result.altered().size() + " altered, "
                        + result.removed().size() + " removed"
                        + (result.complete()
                                ? ""
                                : "; not read completely, so " + result.kept().size() + " are kept as they were"));
        print("+ ", result.added());
        print("~ ", result.altered());
        print("- ", result.removed());
        console.out().flush();
    }

    private void print(String sign, List<EntityRef> refs) {
        refs.stream().limit(SHOWN).forEach(ref -> console.out().println("  " + sign + ref));
        if (refs.size() > SHOWN) {
            console.out().println("  " + sign + "and " + (refs.size() - SHOWN) + " more");
        }
    }
}
