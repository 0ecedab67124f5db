package dev.gatehouse.cli;

import dev.gatehouse.access.RefusedException;
import dev.gatehouse.document.InvalidInputException;
import java.util.List;
import picocli.CommandLine;

/// Says what went wrong, in one cause and one cure, and picks the exit code. Traces are for those who ask.
public final class Failures implements CommandLine.IExecutionExceptionHandler {
    private final Console console;
    private final List<Class<? extends Exception>> unreachable;
    private final List<Class<? extends Exception>> lacking;

    /// @param unreachable what is thrown when a server does not answer
    /// @param lacking what is thrown when a tool is not there
    public Failures(
            Console console, List<Class<? extends Exception>> unreachable, List<Class<? extends Exception>> lacking) {
        this.console = console;
        this.unreachable = unreachable;
        this.lacking = lacking;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof InvalidInputException invalid) {
            invalid.diagnostics().forEach(diagnostic -> console.err().println(diagnostic));
            console.err().flush();
            return ExitCode.WRONG_INPUT;
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        console.err().println("error: " + message);
        if (System.getenv("GATEHOUSE_TRACE") != null) {
            e.printStackTrace(console.err());
        }
        console.err().flush();
        if (e instanceof RefusedException || isOneOf(unreachable, e)) {
            return ExitCode.REFUSED;
        }
        return isOneOf(lacking, e) ? ExitCode.LACKING : ExitCode.FAILED;
    }

    private static boolean isOneOf(List<Class<? extends Exception>> types, Exception e) {
        return types.stream().anyMatch(type -> type.isInstance(e));
    }
}
