package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Waiver;
import java.util.List;

/// Accepts findings for a time, and takes that back.
public interface Waivers {
    List<Waiver> list(Actor actor);

    /// Adds the waivers in the documents of a file.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException with every mistake, such as a name that is taken, a
    ///     time that is over, or a rule, subject or owner that nobody knows; nothing was added
    List<Waiver> add(Actor actor, SourceFile file);

    /// Takes back a waiver that was added here, expired or not.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none of that name, or a source
    ///     declares it
    void withdraw(Actor actor, EntityRef waiver);
}
