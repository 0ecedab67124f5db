package dev.gatehouse.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a declaration stands: the source, the file in it, the line (1-based, 0 where there is none), and whether it
/// was declared by somebody or guessed by a reader from something else.
public record Provenance(String source, @Nullable String file, int line, boolean guessed) {
    /// The source of what a change sets.
    public static String sourceOf(EntityRef change) {
        return "change " + change.shortName();
    }

    /// The file in the source, with the line where there is one: `shop.yaml:12`; null where there is no file.
    public @Nullable String place() {
        return file == null || line == 0 ? file : file + ":" + line;
    }

    /// The place for people who know the source, or the source where it has none.
    @Override
    public String toString() {
        return Objects.requireNonNullElse(place(), source);
    }
}
