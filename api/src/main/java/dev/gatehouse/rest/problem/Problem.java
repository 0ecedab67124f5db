package dev.gatehouse.rest.problem;

import dev.gatehouse.document.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A problem document, RFC 9457.
///
/// @param type a URN that programs can tell problems apart by
/// @param detail all that is wrong in words, one line each
/// @param instance the id under which the log tells more, or null
/// @param errors one for each mistake of the input
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Mistake> errors) {
    /// Its media type.
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:gatehouse:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(String type, String title, int status, String detail) {
        return new Problem(TYPES + type, title, status, detail, null, List.of());
    }

    /// About input with mistakes.
    static Problem about(List<Diagnostic> diagnostics, String type, String title, int status) {
        return new Problem(
                TYPES + type,
                title,
                status,
                diagnostics.stream().map(Diagnostic::words).collect(Collectors.joining("\n")),
                null,
                diagnostics.stream().map(Mistake::of).toList());
    }

    /// The same, which the log tells more about.
    Problem loggedAs(String id) {
        return new Problem(type, title, status, detail, "urn:gatehouse:incident:" + id, errors);
    }

    /// A mistake: what the other faces print as `file:line:column: error: detail; cure`.
    ///
    /// @param pointer JSON pointer to the offending value, null where there is none
    /// @param line 1-based, null where there is none
    /// @param column 1-based, null where there is none
    public record Mistake(
            @Nullable String pointer,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable Integer column,
            Diagnostic.Severity severity,
            String detail,
            @Nullable String cure) {
        static Mistake of(Diagnostic diagnostic) {
            return new Mistake(
                    diagnostic.pointer(),
                    diagnostic.file(),
                    known(diagnostic.line()),
                    known(diagnostic.column()),
                    diagnostic.severity(),
                    diagnostic.message(),
                    diagnostic.cure());
        }

        private static @Nullable Integer known(int number) {
            return number == 0 ? null : number;
        }
    }
}
