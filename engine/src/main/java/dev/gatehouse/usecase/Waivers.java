package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Waiver;
import java.util.List;

/// Accepts findings for a time.
public interface Waivers {
    List<Waiver> list(Actor actor);

    /// Adds the waivers in the documents of a file.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException with every mistake; nothing was added
    List<Waiver> add(Actor actor, SourceFile file);
}
