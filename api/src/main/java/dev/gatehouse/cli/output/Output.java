package dev.gatehouse.cli.output;

/// Writes a decision in one format.
public interface Output {
    /// The whole text, ending in a line break.
    String write(DecisionView view);
}
