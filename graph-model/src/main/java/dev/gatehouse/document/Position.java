package dev.gatehouse.document;

import org.jspecify.annotations.Nullable;

/// A place in a document. Lines and columns are 1-based.
public record Position(
        @Nullable String file,
        int line,
        int column,
        @Nullable String pointer) {
    /// In no document.
    public static final Position NOWHERE = new Position(null, 0, 0, null);
}
