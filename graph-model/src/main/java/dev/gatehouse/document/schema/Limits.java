package dev.gatehouse.document.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Texts;
import java.util.Set;

/// How long the texts of a document may be. A schema says it only where it is less; here it is written into every
/// other place, so that the schema which is published says it too.
final class Limits {
    /// The format of what is kept as it is, such as the content of a file.
    static final String VERBATIM = "verbatim";

    /// The formats of texts with line breaks.
    static final Set<String> SEVERAL_LINES = Set.of("lines", "text");

    private static final String LONGEST = "maxLength";

    private Limits() {}

    /// Writes the limits into a schema.
    static void into(JsonNode schema) {
        if (schema instanceof ObjectNode rules && isText(rules) && !rules.has(LONGEST)) {
            String format = rules.path("format").asText();
            if (!format.equals(VERBATIM)) {
                rules.put(LONGEST, SEVERAL_LINES.contains(format) ? Texts.LONGEST : Texts.LONGEST_LINE);
            }
        }
        schema.forEach(Limits::into);
    }

    private static boolean isText(ObjectNode rules) {
        JsonNode type = rules.path("type");
        return type.asText().equals("string")
                || (type.isArray() && Expected.texts(type).contains("string"));
    }
}
