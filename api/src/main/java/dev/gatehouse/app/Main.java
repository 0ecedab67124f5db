package dev.gatehouse.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The command line's root. The result alone goes to standard output, all else to standard error.
@Command(
        name = "gatehouse",
        description = "Decides whether a change to a software architecture may go ahead, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        exitCodeOnInvalidInput = Main.WRONG_USAGE,
        exitCodeOnExecutionException = Main.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:allow or warn; answered",
            "1:deny; tests or lint with failures",
            "2:needs approval, or inconclusive",
            "3:error while judging, or an unexpected failure",
            "4:server unreachable, or not authorised",
            "64:wrong usage or input",
            "69:could not build or find what is needed",
            "130:interrupted"
        })
public final class Main {
    static final int WRONG_USAGE = 64;
    static final int FAILED = 3;

    private Main() {}

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
