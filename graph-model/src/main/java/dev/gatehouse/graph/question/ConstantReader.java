package dev.gatehouse.graph.question;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.model.EntityRef;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Reads a value of an attribute's type.
final class ConstantReader {
    private static final java.util.regex.Pattern DURATION = java.util.regex.Pattern.compile("(\\d+)(ms|s|m|h|d)");

    private final Document document;
    private final List<Diagnostic> mistakes;

    ConstantReader(Document document, List<Diagnostic> mistakes) {
        this.document = document;
        this.mistakes = mistakes;
    }

    /// The value, or null after a mistake was noted.
    @Nullable
    Object read(JsonNode node, String pointer, Attribute attribute) {
        try {
            return node.isValueNode() && !node.isNull()
                    ? constant(node, attribute)
                    : wrong(node, pointer, attribute, "write one value, or {absent: true} for none");
        } catch (IllegalArgumentException | DateTimeException _) {
            return wrong(node, pointer, attribute, cure(node, attribute));
        }
    }

    private static Object constant(JsonNode node, Attribute attribute) {
        String text = node.asText();
        return switch (attribute.type()) {
            case TEXT -> text;
            case WORD -> demand(attribute.words().contains(text), text);
            case REFERENCE -> text.indexOf(':') < 0 ? text : EntityRef.parse(text);
            case NUMBER -> demand(node.isNumber(), node.decimalValue());
            case DURATION -> duration(text);
            case TIME -> Instant.parse(text);
            case BOOLEAN -> demand(node.isBoolean(), node.booleanValue());
        };
    }

    private static Object demand(boolean right, Object value) {
        if (!right) {
            throw new IllegalArgumentException("Not a value of the attribute");
        }
        return value;
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private @Nullable Object wrong(JsonNode node, String pointer, Attribute attribute, String cure) {
        mistakes.add(Diagnostic.error(
                document.at(pointer),
                "'" + (node.isValueNode() ? node.asText() : node.toString()) + "' is not a value of '"
                        + attribute.name() + "'",
                cure));
        return null;
    }

    private static String cure(JsonNode node, Attribute attribute) {
        return switch (attribute.type()) {
            case WORD ->
                Nearest.cure(node.asText(), attribute.words(), "known are " + String.join(", ", attribute.words()));
            case REFERENCE -> "write kind:namespace/name, or the name alone";
            case NUMBER -> "write a number";
            case DURATION -> "write a duration like 200ms, 2s, 5m, 4h or P1D";
            case TIME -> "write a time like 2026-12-01T09:00:00Z";
            case BOOLEAN -> "write true or false";
            case TEXT -> "write one text";
        };
    }
}
