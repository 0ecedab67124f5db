package dev.gatehouse.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.Declaration;
import java.util.List;

/// What a source declares.
///
/// @param declarations one for each entity, in the order of the files; implied flows at the end
/// @param diagnostics sorted by place
/// @param sound false where no part of it can be used: what was read contradicts itself, or reading it
///     had to end
/// @param places where the parts of the declarations stand
public record CatalogReading(
        List<Declaration> declarations, List<Diagnostic> diagnostics, boolean sound, Places places) {
    public CatalogReading {
        declarations = List.copyOf(declarations);
        diagnostics = diagnostics.stream().sorted().toList();
    }

    /// False where a part could not be read, so that an entity's absence proves nothing.
    public boolean complete() {
        return errors().isEmpty();
    }

    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }

    /// The reading itself.
    ///
    /// @throws InvalidInputException with every error, if there is one
    public CatalogReading orThrow() {
        if (!errors().isEmpty()) {
            throw new InvalidInputException(errors());
        }
        return this;
    }

    /// The reading itself, although parts of the source are broken.
    ///
    /// @throws InvalidInputException with every error, where nothing could be read or it is not [#sound]
    public CatalogReading partOrThrow() {
        return sound && !declarations.isEmpty() ? this : orThrow();
    }
}
