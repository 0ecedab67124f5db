package dev.gatehouse.usecase;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import java.util.List;

/// Looks up what the graph holds, with where it was declared.
public interface Entities {
    /// The entity of that name, on the graph's newest revision.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when nobody declares it
    Declaration find(Actor actor, EntityRef ref);

    /// All of a kind, sorted by reference.
    List<Declaration> all(Actor actor, Kind kind);
}
