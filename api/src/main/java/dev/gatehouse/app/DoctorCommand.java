package dev.gatehouse.app;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.cli.Console;
import dev.gatehouse.client.ServerHealth;
import dev.gatehouse.client.ServerUnreachableException;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.graph.neo4j.InUseException;
import dev.gatehouse.graph.neo4j.Neo4jStore;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.usecase.inprocess.Audit;
import dev.gatehouse.verdict.JudgeSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `doctor`: looks at every part that decisions rest on.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at every part that decisions rest on; exits with 3 when one is not well.")
final class DoctorCommand implements Callable<Integer> {
    private static final int UNWELL = 3;

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
        look("graph", () -> graph(settings));
        console.out().flush();
        return well ? 0 : UNWELL;
    }

    private String rules(Settings settings) {
        JudgeFolders folders = JudgeFolders.of(settings, backends.opa(settings), List.of());
        JudgeSet set = folders.load();
        set.judges().forEach(Judge::close);
        return set.rules().size() + " in " + Count.of(set.gates().size(), "gate");
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
        String server = "the server at " + settings.asked().url();
        ServerHealth health;
        try {
            health = ServerSession.health(settings);
        } catch (ServerUnreachableException e) {
            throw new InvalidInputException(inUse.getMessage() + ". " + e.getMessage(), "set GATEHOUSE_SERVER to it");
        }
        if (!health.isWell()) {
            List<String> wrong = new ArrayList<>(health.failing());
            health.broken().forEach(diagnostic -> wrong.add(diagnostic.toString()));
            throw new InvalidInputException(
                    server + " says that it is " + health.status() + ": " + String.join("; ", wrong),
                    "mend that; it goes on by itself");
        }
        return (health.graphRevision() == null ? health.status() : "revision " + health.graphRevision()) + ", says "
                + server + ", which has it open; stop that one to have the history and the audit log looked at";
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
