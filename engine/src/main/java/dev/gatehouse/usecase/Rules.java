package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import java.util.List;

/// Tells what the rules and policies in force say of themselves.
public interface Rules {
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    List<Explain.RuleNote> run(Actor actor);
}
