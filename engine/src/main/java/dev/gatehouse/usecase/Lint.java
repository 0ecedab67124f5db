package dev.gatehouse.usecase;

import dev.gatehouse.document.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/// Looks rules, gates and policies over without judging anything by them.
@FunctionalInterface
public interface Lint {
    /// Every mistake, each at its file, line and column; empty when there is none.
    ///
    /// @param rules folders of rules and gates, those of a company behind the shipped
    /// @param policies folders of policies, likewise
    List<Diagnostic> run(List<Path> rules, List<Path> policies);
}
