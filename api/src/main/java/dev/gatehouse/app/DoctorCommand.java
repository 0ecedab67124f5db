package dev.gatehouse.app;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.JudgeTexts;
import dev.gatehouse.app.settings.Addresses;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.ExitCode;
import dev.gatehouse.client.ServerHealth;
import dev.gatehouse.client.ServerUnreachableException;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.graph.neo4j.InUseException;
import dev.gatehouse.graph.neo4j.Neo4jStore;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.usecase.inprocess.Audit;
import dev.gatehouse.verdict.JudgeSet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `doctor`: looks at every part that decisions rest on.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at every part that decisions rest on; exits with 3 when one is not well, with 64 when the"
                + " configuration cannot be read, since it says where the others are.",
        footer = {"%nExamples:", "  gatehouse doctor", "  gatehouse doctor --server http://127.0.0.1:18410"})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--server", paramLabel = "URL", description = "The server to look at; default: the configured one.")
    private @Nullable String server;

    private final ConfiguredBackends backends;
    private final Console console;
    private boolean well = true;

    DoctorCommand(ConfiguredBackends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        look("Java", () -> System.getProperty("java.vendor.version", "") + " " + Runtime.version());
        Settings settings = backends.settings();
        URI asked = ServerSession.address(settings, server);
        look("configuration", this::configuration);
        look("state", () -> settings.home().toString());
        look("OPA", () -> {
            OpaBinary opa = backends.opa(settings).get();
            return opa.version() + " at " + opa.path();
        });
        look("rules and policies", () -> rules(settings));
        if (settings.opa() != null) {
            look("opa.url", () -> policiesElsewhere(settings));
        }
        boolean named = server != null || settings.asked().named();
        if (named) {
            look("server", () -> asked + " is " + well(settings, asked).status());
        }
        if (!named || settings.graph() != null || Files.exists(settings.graphData())) {
            look("graph", () -> graph(settings, asked));
        }
        console.out().flush();
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private JudgeFolders folders(Settings settings) {
        return JudgeFolders.of(settings, backends.opa(settings), List.of());
    }

    private String rules(Settings settings) {
        JudgeSet set = folders(settings).load();
        set.judges().forEach(Judge::close);
        List<Path> read = new ArrayList<>(settings.rules());
        read.addAll(settings.policies());
        return set.rules().size() + " in " + Count.of(set.gates().size(), "gate") + ", from "
                + read.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private String configuration() {
        Path file = console.directory().resolve(Settings.FILE);
        return Files.exists(file)
                ? file.toString()
                : "there is no " + file + "; what ships holds, and GATEHOUSE_… over it";
    }

    private String policiesElsewhere(Settings settings) {
        Settings.Service opa = Objects.requireNonNull(settings.opa());
        OpaPolicies.verify(
                opa.url(), opa.secret(), JudgeTexts.read(folders(settings)).policies(), OpaPolicies.DEADLINE);
        return opa.url() + " runs these policies";
    }

    private String graph(Settings settings, URI asked) {
        try (OwnGraph graph = OwnGraph.open(settings, console);
                Neo4jStore store = graph.store()) {
            List<String> edits = store.graph().verify();
            Audit.Verification audit = new Audit(store.journal(), InstantSource.system()).verify();
            if (!edits.isEmpty() || audit.broken() != null) {
                throw new InvalidInputException(
                        edits.isEmpty() ? "the audit log is broken: " + audit.why() : String.join("; ", edits),
                        "import the sources again, or restore a backup");
            }
            return "revision " + store.graph().head().revision().number() + ", as its history says; "
                    + Count.of(audit.entries(), "entry") + " of the audit log in one chain";
        } catch (InUseException inUse) {
            return used(settings, asked, inUse);
        }
    }

    /// By a server of this machine, which is asked instead; another one cannot be it.
    private String used(Settings settings, URI asked, InUseException inUse) {
        if (!Addresses.isHere(asked)) {
            return "not looked at. " + inUse.getMessage();
        }
        try {
            return told(settings, asked) + "; stop it to have the history and the audit log looked at";
        } catch (ServerUnreachableException _) {
            throw new InvalidInputException(
                    "the server at " + asked + " does not answer. " + inUse.getMessage(),
                    "if it is a server, give its address with --server");
        }
    }

    /// What a running server says of its graph.
    private String told(Settings settings, URI asked) {
        ServerHealth health = well(settings, asked);
        return (health.graphRevision() == null ? health.status() : "revision " + health.graphRevision())
                + ", says the server at " + asked;
    }

    /// What the server says, when it says that it is well.
    private ServerHealth well(Settings settings, URI asked) {
        ServerHealth health = ServerSession.health(settings, server);
        if (!health.isWell()) {
            List<String> wrong = new ArrayList<>(health.failing());
            health.broken().forEach(diagnostic -> wrong.add(diagnostic.toString()));
            throw new InvalidInputException(
                    "the server at " + asked + " says that it is " + health.status() + ": " + String.join("; ", wrong),
                    "mend that; it goes on by itself");
        }
        return health;
    }

    private void look(String what, Callable<String> at) {
        try {
            console.out().println("ok    " + what + ": " + at.call());
        } catch (Exception e) {
            well = false;
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            console.out().println("FAIL  " + what + ": " + why.replace("\n", "\n      "));
        }
    }
}
