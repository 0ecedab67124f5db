package dev.gatehouse.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// One document of a file: its tree, and where each value stands.
///
/// @param positions by JSON pointer, `""` for the root; for a mapping's entry the place of its key
/// @param whole false where a part of its text was left out of the tree, such as a key's second value
public record Document(String file, JsonNode root, Map<String, Position> positions, boolean whole) {
    /// A whole one.
    public Document(String file, JsonNode root, Map<String, Position> positions) {
        this(file, root, positions, true);
    }

    /// The place of the value at that pointer, or of its nearest ancestor that has one.
    public Position at(String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            Position position = positions.get(at);
            if (position != null) {
                return new Position(file, position.line(), position.column(), pointer);
            }
            if (at.isEmpty()) {
                return new Position(file, 1, 1, pointer);
            }
        }
    }

    /// The text of a top-level key, or empty.
    public String text(String key) {
        return root.path(key).asText("");
    }
}
