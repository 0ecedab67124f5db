package dev.gatehouse.policies;

/// The version of the Rego language that a set is written in.
public enum Dialect {
    /// Before OPA 1.0: no `if`, no `contains`.
    V0,
    /// Since OPA 1.0.
    V1
}
