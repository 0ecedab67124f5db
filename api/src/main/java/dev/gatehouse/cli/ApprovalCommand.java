package dev.gatehouse.cli;

import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.verdict.Decision;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `approve` and `reject`: what both take.
abstract sealed class ApprovalCommand implements Callable<Integer> {
    final Backends backends;
    final Console console;

    @Parameters(paramLabel = "ID", description = "The decision.")
    String decision = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; kept with the approval, or with the dropped change.")
    String reason = "";

    @Option(names = "--server", paramLabel = "URL", description = "The server; default: the configured one.")
    @Nullable
    String server;

    ApprovalCommand(Backends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    /// `approve`
    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Consents to what soft gates object to in a decision's change.",
            footer = {"%nExample:", "  gatehouse approve 019aa4… --reason \"agreed with the platform team\""})
    static final class Approve extends ApprovalCommand {
        @Option(names = "--valid", paramLabel = "DAYS", description = "Days that it holds; default: a week.")
        private @Nullable Integer days;

        @Option(
                names = "--break-glass",
                description = "Override hard objections too; leaves a finding until another approves it.")
        private boolean breakGlass;

        Approve(Backends backends, Console console) {
            super(backends, console);
        }

        @Override
        public Integer call() {
            Duration valid = days == null ? dev.gatehouse.usecase.Approve.USUAL : Duration.ofDays(days);
            try (Backends.Session session = backends.onServer(server)) {
                Approval approval =
                        session.useCases().approve().approve(session.actor(), decision, reason, valid, breakGlass);
                console.out()
                        .println("Approved by " + approval.by() + " until "
                                + approval.expires().truncatedTo(ChronoUnit.SECONDS));
                console.out().flush();
                Decision decided = session.useCases()
                        .decisions()
                        .find(session.actor(), decision)
                        .judgement();
                if (!decided.goesAheadWhenApproved(breakGlass)) {
                    console.progress("it is " + decided.verdict().word()
                            + " all the same: what the approval overrides is not all that speaks against it");
                }
            }
            return ExitCode.OK;
        }
    }

    /// `reject`
    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Rejects a decision's change; a registered one is dropped.",
            footer = {"%nExample:", "  gatehouse reject 019aa4… --reason \"waits for the new broker\""})
    static final class Reject extends ApprovalCommand {
        Reject(Backends backends, Console console) {
            super(backends, console);
        }

        @Override
        public Integer call() {
            try (Backends.Session session = backends.onServer(server)) {
                session.useCases().approve().reject(session.actor(), decision, reason);
                console.out()
                        .println("Rejected by " + session.actor().name()
                                + "; no approval given until now counts any more");
                console.out().flush();
            }
            return ExitCode.OK;
        }
    }
}
