package dev.gatehouse.catalog;

import dev.gatehouse.document.Json;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Operation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes an operation as it stands in a change: `set: {component: dispensing, replicas: 2}`, which YAML reads back as
/// the same.
public final class OperationText {
    /// What YAML takes for text in a flow without quotes: a word, or a duration.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*|[0-9]+(ms|s|m|h|d)");

    private static final Set<String> NO_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private OperationText() {}

    /// One line.
    public static String of(Operation.Set set) {
        EntityRef entity = set.entity();
        String target = entity.kind() == Kind.COMPONENT
                ? "component: " + text(entity.shortName())
                : "entity: " + text(entity.kind().word() + ":" + entity.shortName());
        return set.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + ": " + value(attribute.getValue()))
                .collect(Collectors.joining(", ", "set: {" + target + ", ", "}"));
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case BigDecimal number -> number.toPlainString();
            case Collection<?> list ->
                list.stream().map(OperationText::value).collect(Collectors.joining(", ", "[", "]"));
            case null -> "null";
            default -> Json.write(value);
        };
    }

    /// JSON's quotes are YAML's too.
    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : Json.write(text);
    }
}
