package dev.gatehouse.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.Declaration;
import java.util.List;

/// What a source declares.
///
/// @param declarations one for each entity, in the order of the files; implied flows at the end
/// @param diagnostics sorted by place
/// @param complete false where a part could not be read, so that an entity's absence proves nothing
public record CatalogReading(List<Declaration> declarations, List<Diagnostic> diagnostics, boolean complete) {
    public CatalogReading {
        declarations = List.copyOf(declarations);
        diagnostics = diagnostics.stream().sorted().toList();
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
}
