package dev.gatehouse.document;

import java.util.function.Function;

/// What was read of a document, and where its parts stand there, for mistakes that show only beside other
/// things.
///
/// @param at gives the place of a JSON pointer into the document
public record Placed<T>(T value, Function<String, Position> at) {
    /// The same value where its parts stand in no document.
    public static <T> Placed<T> nowhere(T value) {
        return new Placed<>(value, _ -> Position.NOWHERE);
    }
}
