package dev.gatehouse.cli;

import dev.gatehouse.document.DocumentParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands of this package by their names. Each is made when it is asked for: to make all of them costs a command
/// as much as what it does.
public final class Commands {
    private Commands() {}

    /// @param parser for the documents of changes and plans
    public static Map<String, Supplier<Object>> of(
            Backends backends, Workshop workshop, Console console, DocumentParser parser) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckCommand(backends, console, parser));
        commands.put("import", () -> new ImportCommand(backends, console));
        commands.put("approve", () -> new ApprovalCommand.Approve(backends, console));
        commands.put("reject", () -> new ApprovalCommand.Reject(backends, console));
        commands.put("explain", () -> new ExplainCommand(backends, console));
        commands.put("blast", () -> new BlastCommand(backends, console));
        commands.put("findings", () -> new FindingsCommand(backends, console));
        commands.put("test", () -> new TestCommand(workshop, console));
        commands.put("lint", () -> new LintCommand(workshop, console));
        commands.put("replay", () -> new ReplayCommand(backends, console));
        commands.put("plan", () -> plans(new PlanCommand(backends, console, parser)));
        return commands;
    }

    private static CommandLine plans(PlanCommand plan) {
        return new CommandLine(new PlanGroup()).addSubcommand(plan);
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = "Judges plans.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class PlanGroup {}
}
