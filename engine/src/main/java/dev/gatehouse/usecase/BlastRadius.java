package dev.gatehouse.usecase;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.model.governance.Actor;

/// Says who is hurt when something fails or changes.
public interface BlastRadius {
    /// The most that are given with their paths.
    int MOST = 5000;

    /// The blast radius of one component, the nearest and most critical first, with the paths that prove it.
    ///
    /// @param limit how many are given with their paths, from 1 to [#MOST]; a face refuses others
    /// @throws dev.gatehouse.document.InvalidInputException when there is no such component
    Blast run(Actor actor, String component, int limit);
}
