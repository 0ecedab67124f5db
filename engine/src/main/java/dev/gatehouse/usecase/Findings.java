package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.GateVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the findings of everything, whoever introduced them.
public interface Findings {
    /// @param environment its name; null means `production`
    /// @param gate only its findings; null means all
    /// @param at the time to judge at; null is now, to the full minute
    List<GateVerdict> run(Actor actor, @Nullable String environment, @Nullable String gate, @Nullable Instant at);
}
