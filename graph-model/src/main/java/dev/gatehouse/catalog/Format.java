package dev.gatehouse.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Placed;
import dev.gatehouse.model.Declaration;
import java.util.List;

/// A format in which entities are declared.
public interface Format {
    /// `gatehouse.dev/v1`, `backstage`, `kubernetes`
    String name();

    /// Whether this format is to read the document.
    boolean accepts(Document document);

    /// Reads all accepted documents of a source together. Reads what it can; never throws over what they contain. What
    /// a document with an error declares is left out, since what can be read of it may not be what was meant.
    Extract read(String source, List<Document> documents);

    /// What was found. With an error among the diagnostics a part of it is missing from the declarations.
    ///
    /// @param declarations each with the places of pointers into its document as Gatehouse's own form has it
    record Extract(List<Placed<Declaration>> declarations, List<Diagnostic> diagnostics) {}
}
