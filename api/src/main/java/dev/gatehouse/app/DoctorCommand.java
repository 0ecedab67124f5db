package dev.gatehouse.app;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.JudgeTexts;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `doctor`: looks at every part that decisions rest on.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at every part that decisions rest on; exits with 3 when one is not well, with 64 when the"
                + " configuration cannot be read, since it says where the others are.")
final class DoctorCommand implements Callable<Integer> {

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
        look("state", () -> settings.home().toString());
        look("OPA", () -> {
            OpaBinary opa = backends.opa(settings).get();
            return opa.version() + " at " + opa.path();
        });
        look("rules and policies", () -> rules(settings));
        if (settings.opa() != null) {
            look("opa.url", () -> policiesElsewhere(settings));
        }
        if (settings.asked().named()) {
            look("server", () -> server(settings));
        }
        look("graph", () -> graph(settings));
        console.out().flush();
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private JudgeFolders folders(Settings settings) {
        return JudgeFolders.of(settings, backends.opa(settings), List.of());
    }

    private String rules(Settings settings) {
        JudgeSet set = folders(settings).load();
        set.judges().forEach(Judge::close);
        return set.rules().size() + " in " + Count.of(set.gates().size(), "gate");
    }

    private String policiesElsewhere(Settings settings) {
        Settings.Service opa = Objects.requireNonNull(settings.opa());
        OpaPolicies.verify(
                opa.url(), opa.secret(), JudgeTexts.read(folders(settings)).policies(), OpaPolicies.DEADLINE);
        return opa.url() + " runs these policies";
    }

    private static String server(Settings settings) {
        return settings.asked().url() + " is " + well(settings).status();
    }

    private String graph(Settings settings) {
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
            return told(settings, inUse);
        }
    }

    /// What a running server says of the graph and of the rules that it decides by.
    private static String told(Settings settings, InUseException inUse) {
        ServerHealth health;
        try {
            health = well(settings);
        } catch (ServerUnreachableException e) {
            throw new InvalidInputException(inUse.getMessage() + ". " + e.getMessage(), "set GATEHOUSE_SERVER to it");
        }
        return (health.graphRevision() == null ? health.status() : "revision " + health.graphRevision())
                + ", says the server at " + settings.asked().url()
                + ", which has it open; stop that one to have the history and the audit log looked at";
    }

    /// What the server says, when it says that it is well.
    private static ServerHealth well(Settings settings) {
        ServerHealth health = ServerSession.health(settings);
        if (!health.isWell()) {
            List<String> wrong = new ArrayList<>(health.failing());
            health.broken().forEach(diagnostic -> wrong.add(diagnostic.toString()));
            throw new InvalidInputException(
                    "the server at " + settings.asked().url() + " says that it is " + health.status() + ": "
                            + String.join("; ", wrong),
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
