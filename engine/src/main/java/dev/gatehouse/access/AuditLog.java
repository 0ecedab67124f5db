package dev.gatehouse.access;

import dev.gatehouse.model.governance.Actor;

/// Notes who did what, or tried to.
@FunctionalInterface
public interface AuditLog {
    /// Returns when the entry is kept; throws what the store throws, and then nothing may be done.
    void note(Actor actor, String action, String resource, Outcome outcome);

    /// What came of it.
    enum Outcome {
        ALLOWED,
        REFUSED
    }
}
