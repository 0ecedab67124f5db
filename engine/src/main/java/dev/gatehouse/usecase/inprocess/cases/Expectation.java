package dev.gatehouse.usecase.inprocess.cases;

import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Word;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A finding that a case expects. Null, or an empty path, is not looked at.
///
/// @param message a text that the message contains
/// @param path names of the components along the path
public record Expectation(
        EntityRef subject,
        Comparison.@Nullable Status status,
        @Nullable Severity severity,
        @Nullable String message,
        List<String> path) {
    public Expectation {
        path = List.copyOf(path);
    }

    boolean matches(Ruling ruling) {
        return ruling.subject().equals(subject)
                && ruling.status() == expectedStatus()
                && (severity == null || ruling.severity() == severity)
                && (message == null || ruling.message().contains(message))
                && (path.isEmpty() || names(ruling.path()).equals(path));
    }

    private Comparison.Status expectedStatus() {
        return Objects.requireNonNullElse(status, Comparison.Status.INTRODUCED);
    }

    private static List<String> names(List<Hop> path) {
        List<String> names = new ArrayList<>();
        for (Hop hop : path) {
            if (names.isEmpty()) {
                names.add(hop.from().shortName());
            }
            names.add(hop.to().shortName());
        }
        return names;
    }

    /// `introduced high finding about component:default/checkout, 'waits'`
    @Override
    public String toString() {
        return words(expectedStatus(), severity, subject, message, path);
    }

    static String describe(Ruling ruling) {
        return words(ruling.status(), ruling.severity(), ruling.subject(), ruling.message(), names(ruling.path()));
    }

    private static String words(
            Comparison.Status status,
            @Nullable Severity severity,
            EntityRef subject,
            @Nullable String message,
            List<String> path) {
        return Word.of(status) + (severity == null ? "" : " " + Word.of(severity)) + " finding about " + subject
                + (message == null ? "" : ", '" + message + "'")
                + (path.isEmpty() ? "" : ", along " + String.join(" → ", path));
    }
}
