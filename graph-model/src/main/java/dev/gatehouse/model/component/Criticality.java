package dev.gatehouse.model.component;

/// What becomes of the one who needs when the one needed is gone.
public enum Criticality {
    /// It fails.
    HARD,
    /// It degrades.
    SOFT
}
