package dev.gatehouse.graph;

/// The two ways in which connectable entities are joined.
public enum EdgeKind {
    /// Who needs whom.
    DEPENDENCY,
    /// Where data goes.
    FLOW
}
