package dev.gatehouse.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading gave: a value, or the errors that stood in its way; warnings can stand beside a value.
public record Result<T>(@Nullable T value, List<Diagnostic> diagnostics) {
    public Result {
        diagnostics = List.copyOf(diagnostics);
    }

    public static <T> Result<T> of(T value) {
        return new Result<>(value, List.of());
    }

    public static <T> Result<T> failed(List<Diagnostic> diagnostics) {
        return new Result<>(null, diagnostics);
    }

    /// The value.
    ///
    /// @throws InvalidInputException with all errors, where there is none
    public T orThrow() {
        if (value == null) {
            throw new InvalidInputException(diagnostics);
        }
        return value;
    }
}
