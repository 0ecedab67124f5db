package dev.gatehouse.cli;

import dev.gatehouse.usecase.Replay;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `replay`
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Decides a past decision again from its record; exits with 1 where it comes out differently.",
        footer = {"%nExamples:", "  gatehouse replay 01JD…", "  gatehouse replay record.json --current-rules"})
final class ReplayCommand implements Callable<Integer> {
    private final Backends backends;
    private final Console console;

    @Mixin
    private RecordCommand record = new RecordCommand();

    @Option(names = "--current-rules", description = "With the rules and policies in force now.")
    private boolean currentRules;

    ReplayCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Backends.Session session = record.open(backends, console)) {
            Replay replay = session.useCases().replay();
            Replay.Result result = currentRules
                    ? replay.runWithCurrentRules(session.actor(), record.id())
                    : replay.run(session.actor(), record.id());
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
}
