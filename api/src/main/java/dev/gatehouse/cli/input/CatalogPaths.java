package dev.gatehouse.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Takes the paths after `--catalog` up to the next option, known or not: picocli would take an unknown one for a
/// path. Where nothing but options follows them, the last is what the command itself asks for and was not given yet:
/// the file of `plan evaluate --catalog DIR FILE -o json`. A path that begins with a hyphen is given as `./-path`.
public final class CatalogPaths implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        List<Path> earlier = option.getValue();
        List<Path> paths = new ArrayList<>(earlier);
        while (!arguments.isEmpty() && !arguments.peek().startsWith("-")) {
            paths.add(Path.of(arguments.pop()));
        }
        if (paths.size() == earlier.size()) {
            throw new ParameterException(
                    command.commandLine(), "Missing required parameter for option '--catalog' (PATH)");
        }
        if (onlyOptions(arguments, command) && paths.size() > earlier.size() + 1 && awaitsMore(command)) {
            arguments.push(paths.removeLast().toString());
        }
        option.setValue(paths);
    }

    /// Each that follows is an option or an option's value. The first to come is the last of the stack.
    private static boolean onlyOptions(Stack<String> arguments, CommandSpec command) {
        String before = "";
        for (String argument : arguments.reversed()) {
            OptionSpec option = command.findOption(before);
            boolean isValue = option != null && option.arity().max() > 0;
            if (!argument.startsWith("-") && !isValue) {
                return false;
            }
            before = argument;
        }
        return true;
    }

    private static boolean awaitsMore(CommandSpec command) {
        return command.positionalParameters().stream()
                .anyMatch(one -> one.required() && one.originalStringValues().isEmpty());
    }
}
