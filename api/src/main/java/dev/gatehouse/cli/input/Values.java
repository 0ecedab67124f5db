package dev.gatehouse.cli.input;

import dev.gatehouse.model.Word;
import dev.gatehouse.model.governance.Actor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine;

/// Reads the values of options, and says what is wrong with them without Java's names for it.
public final class Values {
    private Values() {}

    /// For all commands that were added before.
    public static void of(CommandLine root) {
        root.registerConverter(
                Instant.class, text -> read(text, Instant::parse, "a time such as 2026-12-01T09:00:00Z"));
        root.registerConverter(Integer.class, text -> read(text, Integer::valueOf, "an integer"));
        root.registerConverter(Actor.Role.class, Values::role);
        root.registerConverter(int.class, text -> read(text, Integer::valueOf, "an integer"));
    }

    private static Actor.Role role(String text) {
        return Arrays.stream(Actor.Role.values())
                .filter(role -> Word.of(role).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "it is '" + text + "'; viewer, operator, approver, architect or admin is expected"));
    }

    private static <T> T read(String text, Function<String, T> reader, String expected) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new CommandLine.TypeConversionException("it is '" + text + "'; " + expected + " is expected");
        }
    }
}
