package dev.gatehouse.cli;

import dev.gatehouse.document.DocumentParser;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Adds every command of this package to the command line.
public final class Commands {
    private Commands() {}

    /// @param parser for the documents of changes and plans
    public static void addTo(
            CommandLine root, Backends backends, Workshop workshop, Console console, DocumentParser parser) {
        CommandLine plan = new CommandLine(new PlanGroup());
        plan.addSubcommand(new PlanCommand(backends, console, parser));
        root.addSubcommand(new CheckCommand(backends, console, parser))
                .addSubcommand(new ImportCommand(backends, console))
                .addSubcommand(new ApprovalCommand.Approve(backends, console))
                .addSubcommand(new ApprovalCommand.Reject(backends, console))
                .addSubcommand(new ExplainCommand(backends, console))
                .addSubcommand(new BlastCommand(backends, console))
                .addSubcommand(new FindingsCommand(backends, console))
                .addSubcommand(new TestCommand(workshop, console))
                .addSubcommand(new LintCommand(workshop, console))
                .addSubcommand(new ReplayCommand(backends, console))
                .addSubcommand("plan", plan)
                .addSubcommand("completion", new AutoComplete.GenerateCompletion());
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = "Judges plans.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class PlanGroup {}
}
