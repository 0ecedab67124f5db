package dev.gatehouse.access;

import dev.gatehouse.model.governance.Actor;

/// Decides who may do what.
@FunctionalInterface
public interface Access {
    /// Returns when the actor may do the action to the resource.
    ///
    /// @param action `decision:create`, `catalog:import`, …
    /// @param resource what it is done to, for the policies and the audit
    /// @throws RefusedException when not, or when nobody could tell
    void require(Actor actor, String action, String resource);
}
