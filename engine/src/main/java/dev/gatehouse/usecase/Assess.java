package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.InvalidInputException;
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

    /// @param asked what is to be decided on
    /// @param environment over the change's own, which is then not needed, or null
    /// @param gates only these; empty asks all
    /// @param at the time to judge at, from 1970 to 2261; null is now
    /// @param register let the change live on as proposed, so that others see it beside them
    record Request(
            Asked asked,
            @Nullable String environment,
            List<String> gates,
            @Nullable Instant at,
            boolean register) {
        public Request {
            gates = List.copyOf(gates);
            at = JudgedAt.checked(at);
        }
    }

    /// What is to be decided on.
    sealed interface Asked {
        /// Of what somebody sent, either of which may be missing.
        ///
        /// @throws InvalidInputException when that is none of the two, or both
        static Asked of(
                @Nullable SourceFile change,
                List<SourceFile> artifacts,
                @Nullable String source,
                List<SourceFile> head,
                @Nullable String requestedBy) {
            if (change == null) {
                if (head.isEmpty() || source == null) {
                    throw new InvalidInputException(
                            "There is no change to decide on", "give a change, or a head with its source");
                }
                return new Head(source, head, requestedBy);
            }
            if (!head.isEmpty()) {
                throw new InvalidInputException("There are two changes to decide on", "give either a change or a head");
            }
            if (requestedBy != null) {
                throw new InvalidInputException(
                        "A change's document says itself who asks for it",
                        "write spec.requestedBy there; only with a head it stands beside it");
            }
            return new Written(change, artifacts);
        }
    }

    /// A change that stands in a document.
    ///
    /// @param document with `kind: Change`
    /// @param artifacts the files that the change names
    record Written(SourceFile document, List<SourceFile> artifacts) implements Asked {
        public Written {
            artifacts = List.copyOf(artifacts);
        }
    }

    /// What it takes to make a source's files what these are.
    ///
    /// @param files as they are to become, all of the source's
    /// @param requestedBy who asks for it, a team or a person
    record Head(
            String source, List<SourceFile> files, @Nullable String requestedBy) implements Asked {
        public Head {
            files = List.copyOf(files);
        }
    }
}
