package dev.gatehouse.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to start.
///
/// @param name what messages call it, as their first words: `The graph server`
/// @param words the program and its arguments; no shell reads them
/// @param environment set on top of our own
/// @param directory where it runs; null means where we do
public record Command(
        String name,
        List<String> words,
        Map<String, String> environment,
        @Nullable Path directory) {
    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public Command(String name, List<String> words) {
        this(name, words, Map.of(), null);
    }
}
