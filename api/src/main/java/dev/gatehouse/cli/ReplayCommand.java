package dev.gatehouse.cli;

import dev.gatehouse.usecase.Replay;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.KeptRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `replay`
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Decides a past decision, or evaluates a plan, again from its record; exits with 1 where it comes out differently.",
        footer = {
            "%nExamples:",
            "  gatehouse replay 019aa4…",
            "  gatehouse replay 019aa4… --rules rules/",
            "  gatehouse replay .gatehouse/decisions/plan-019aa4….json"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;

    @Mixin
    private RecordOptions record = new RecordOptions();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {
                "By the rules and gates in this folder, and the policies in force here; can be repeated.",
                "Gates that ask no question of their own, and rules without gates, are laid over those in force here."
            })
    private List<Path> rules = new ArrayList<>();

    ReplayCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Backends.Session session = record.open(backends, console)) {
            UseCases asked = session.useCases();
            Replay.Result result = rules.isEmpty()
                    ? replay(asked).run(session.actor(), record.id())
                    : byOtherRules((record.isPlan() ? asked.evaluations() : asked.decisions())
                            .export(session.actor(), record.id()));
            console.out()
                    .println(
                            result.same()
                                    ? "Same: " + result.now().word() + ", byte for byte"
                                    : "Different: " + result.then().word() + " then, "
                                            + result.now().word() + " now");
            result.differences().forEach(difference -> console.out().println("  " + difference));
            console.out().flush();
            return result.same() ? ExitCode.OK : ExitCode.DENIED;
        }
    }

    /// Here, whoever keeps the record: the text of rules is never sent to a server.
    private Replay.Result byOtherRules(KeptRecord<?> kept) {
        try (Backends.Session here = backends.onRecords(kept, rules)) {
            return replay(here.useCases())
                    .runWithCurrentRules(here.actor(), kept.record().id());
        }
    }

    private Replay replay(UseCases asked) {
        return record.isPlan() ? asked.replayPlan() : asked.replay();
    }
}
