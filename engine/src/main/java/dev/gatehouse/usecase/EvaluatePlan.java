package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.plan.PlanRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges a plan before it runs, in every order in which its steps can come.
public interface EvaluatePlan {
    /// Judges it, and keeps the record.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException with every mistake in the plan; nothing was kept
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    PlanRecord run(Actor actor, Request request);

    /// @param plan the document with `kind: Plan`
    /// @param artifacts the files that its steps name
    /// @param at the time to judge at, from 1970 to 2261; null is now
    record Request(
            SourceFile plan,
            List<SourceFile> artifacts,
            @Nullable Instant at) {
        public Request {
            artifacts = List.copyOf(artifacts);
            at = JudgedAt.checked(at);
        }
    }
}
