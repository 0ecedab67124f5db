package dev.gatehouse.model;

import org.jspecify.annotations.Nullable;

/// Where a declaration stands: the source, the file in it, the line (1-based, 0 where there is none), and whether it
/// was declared by somebody or guessed by a reader from something else.
public record Provenance(String source, @Nullable String file, int line, boolean guessed) {
    @Override
    public String toString() {
        return file == null ? source : file + (line > 0 ? ":" + line : "");
    }
}
