package dev.gatehouse.app;

import dev.gatehouse.cli.Commands;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.ExitCode;
import dev.gatehouse.cli.Failures;
import dev.gatehouse.cli.input.Values;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.client.ServerUnreachableException;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.policies.opa.program.OpaMissingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogManager;
import picocli.AutoComplete;
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
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitCode.WRONG_INPUT,
        exitCodeOnExecutionException = ExitCode.FAILED,
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
    private static final String COMPLETION = "completion";
    private static final int WIDTH = 80;
    private static final int WIDEST = 200;

    private Main() {}

    /// The command line with all commands or, where the arguments begin with the name of one, with that alone.
    static CommandLine commandLine(Console console, Map<String, String> environment, String... arguments) {
        CommandLine root = new CommandLine(new Main());
        Map<String, Supplier<Object>> commands = commands(console, environment);
        Supplier<Object> named = arguments.length == 0 ? null : commands.get(arguments[0]);
        if (named == null) {
            commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
            CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
            completion.getCommandSpec().name(COMPLETION);
            root.addSubcommand(COMPLETION, completion);
        } else {
            root.addSubcommand(arguments[0], named.get());
        }
        root.setCaseInsensitiveEnumValuesAllowed(true);
        Values.of(root);
        root.setOut(console.out());
        root.setErr(console.err());
        root.setUsageHelpAutoWidth(true);
        setExitCodes(root);
        root.setExecutionExceptionHandler(
                new Failures(console, List.of(ServerUnreachableException.class), List.of(OpaMissingException.class)));
        return root;
    }

    private static Map<String, Supplier<Object>> commands(Console console, Map<String, String> environment) {
        ConfiguredBackends backends = new ConfiguredBackends(console, environment);
        Map<String, Supplier<Object>> commands =
                Commands.of(backends, new FolderWorkshop(backends, console), console, DocumentReader::read);
        commands.put("demo", () -> new DemoCommand(backends, console));
        commands.put("serve", () -> new ServeCommand(backends, console));
        commands.put("token", () -> new TokenCommand(backends, console));
        commands.put("doctor", () -> new DoctorCommand(backends, console));
        commands.put("train", TrainCommand::new);
        return commands;
    }

    /// picocli asks each command for its own exit codes; all have the root's.
    private static void setExitCodes(CommandLine command) {
        command.getCommandSpec()
                .exitCodeOnInvalidInput(ExitCode.WRONG_INPUT)
                .exitCodeOnExecutionException(ExitCode.FAILED);
        command.getSubcommands().values().forEach(Main::setExitCodes);
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] arguments) {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        Map<String, String> environment = System.getenv();
        Console console = new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                new Terminal(width(environment), isAttached() && !environment.containsKey("NO_COLOR")),
                Path.of("").toAbsolutePath());
        System.exit(commandLine(console, environment, arguments).execute(arguments));
    }

    /// Whether a person looks at the output. There is no console where the platform finds no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAttached() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    private static int width(Map<String, String> environment) {
        try {
            return Math.clamp(Integer.parseInt(environment.getOrDefault("COLUMNS", "" + WIDTH)), WIDTH / 2, WIDEST);
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }
}
