package dev.gatehouse.document;

import java.util.List;
import java.util.stream.Collectors;

/// What a user gave cannot be used: every mistake found, at once. Nothing was changed. Faces turn it into exit code
/// 64 or a problem document.
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public InvalidInputException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().sorted().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = diagnostics.stream().sorted().toList();
    }

    public InvalidInputException(String message, String cure) {
        this(List.of(Diagnostic.error(message, cure)));
    }

    /// Sorted by place, never empty.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
