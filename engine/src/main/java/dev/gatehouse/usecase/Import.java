package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces what a source declares.
public interface Import {
    /// Reads the files and replaces the source as a whole; a part of it removes nothing. Registered changes that the
    /// architecture shows afterwards are done.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException with every mistake; nothing was changed
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    Result run(Actor actor, Request request);

    /// @param environment in which manifests that do not name one are applied; null where they say nothing of any
    /// @param dryRun tell the difference, change nothing
    /// @param allowRemovals let more than a tenth of the source go
    /// @param partial take the documents without errors where others have some; what the source declared before
    ///     stays, and until it is read completely what rules need of it counts as unknown
    record Request(
            String source,
            @Nullable String environment,
            List<SourceFile> files,
            boolean dryRun,
            boolean allowRemovals,
            boolean partial) {
        public Request {
            files = List.copyOf(files);
        }
    }

    /// What the import changed, or would change.
    ///
    /// @param revision the newest afterwards
    /// @param kept what the source no longer declares but keeps, because it was not read completely
    /// @param notes warnings, such as disagreements between sources; of a source read in part its errors too
    /// @param refusal why the same that is no dry run would change nothing, although this tells the
    ///     difference; null where it would not be refused
    record Result(
            String source,
            long revision,
            boolean complete,
            List<EntityRef> added,
            List<EntityRef> altered,
            List<EntityRef> removed,
            List<EntityRef> kept,
            List<Diagnostic> notes,
            @Nullable Diagnostic refusal) {
        public Result {
            added = List.copyOf(added);
            altered = List.copyOf(altered);
            removed = List.copyOf(removed);
            kept = List.copyOf(kept);
            notes = List.copyOf(notes);
        }
    }
}
