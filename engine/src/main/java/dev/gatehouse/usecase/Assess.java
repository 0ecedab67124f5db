package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides whether a change may go ahead.
public interface Assess {
    /// Decides, and keeps the record.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException with every mistake; nothing was kept
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    DecisionRecord run(Actor actor, Request request);

    /// A change to decide on: either its document, or a source's files as they are to become.
    ///
    /// @param change the document with `kind: Change`, or null
    /// @param artifacts the files that the change names
    /// @param head the files of a source as they are to become, or null
    /// @param source the source that the head belongs to
    /// @param requestedBy who asks for the head, a team or a person; a change's document says it itself
    /// @param environment over the change's own, which is then not needed, or null
    /// @param gates only these; empty asks all
    /// @param at the time to judge at, from 1970 to 2261; null is now
    /// @param register let the change live on as proposed, so that others see it beside them
    record Request(
            @Nullable SourceFile change,
            List<SourceFile> artifacts,
            @Nullable List<SourceFile> head,
            @Nullable String source,
            @Nullable String requestedBy,
            @Nullable String environment,
            List<String> gates,
            @Nullable Instant at,
            boolean register) {
        public Request {
            artifacts = List.copyOf(artifacts);
            head = head == null ? null : List.copyOf(head);
            gates = List.copyOf(gates);
            at = JudgedAt.checked(at);
        }
    }
}
