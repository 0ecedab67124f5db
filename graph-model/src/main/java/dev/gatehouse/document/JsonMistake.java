package dev.gatehouse.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a text that is no JSON, or none of the shape that is asked for: the parser's words, without the
/// names of its own parts and of Java's types.
public final class JsonMistake {
    private static final Pattern OWN_NAMES = Pattern.compile(", from `[^`]*`| \\(start marker at \\[.*?]\\)");

    private JsonMistake() {}

    /// One line; its place stands in it only where it is told by keys.
    public static String words(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown key '" + keys(unknown) + "'";
            case InvalidFormatException misfit ->
                "'" + keys(misfit) + "' is '" + misfit.getValue() + "', which does not fit" + ownWords(misfit);
            case InvalidNullException missing -> "there is no '" + keys(missing) + "'";
            case JsonMappingException misfit -> "the value of '" + keys(misfit) + "' does not fit" + ownWords(misfit);
            default -> {
                String said = Objects.requireNonNullElse(e.getOriginalMessage(), "unreadable");
                yield OWN_NAMES
                        .matcher(said.lines().findFirst().orElse("unreadable"))
                        .replaceAll("");
            }
        };
    }

    /// What the record itself, or a reference, objects to.
    private static String ownWords(JsonMappingException e) {
        Throwable cause = e.getCause();
        return cause != null && cause.getClass().equals(IllegalArgumentException.class)
                ? ": " + cause.getMessage()
                : "";
    }

    private static String keys(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }
}
