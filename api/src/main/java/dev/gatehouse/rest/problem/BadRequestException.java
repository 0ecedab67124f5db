package dev.gatehouse.rest.problem;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import java.util.List;

/// The request itself cannot be read: its body is no JSON, or not of the shape that is asked for.
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InvalidInputException what;

    public BadRequestException(List<Diagnostic> diagnostics) {
        this.what = new InvalidInputException(diagnostics);
    }

    public BadRequestException(String message, String cure) {
        this(List.of(Diagnostic.error(message, cure)));
    }

    /// A header is malformed.
    public static BadRequestException noMediaType(String header, String value) {
        return new BadRequestException(
                "the header " + header + " is '" + value + "', which is no media type",
                "an example is application/json");
    }

    InvalidInputException what() {
        return what;
    }
}
