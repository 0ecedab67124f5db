package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gathers what is wrong with several things that are read, so that all of it is told at once.
public final class Mistakes {
    private final List<Diagnostic> found = new ArrayList<>();

    /// What was read; empty where it has mistakes, which are kept.
    public <T> Optional<T> in(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException e) {
            found.addAll(e.diagnostics());
            return Optional.empty();
        }
    }

    public void add(List<Diagnostic> more) {
        found.addAll(more);
    }

    public List<Diagnostic> found() {
        return List.copyOf(found);
    }

    /// @throws InvalidInputException with all that was found
    public void orThrow() {
        if (found.stream().anyMatch(Diagnostic::isError)) {
            throw new InvalidInputException(found);
        }
    }
}
