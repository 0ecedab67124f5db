package dev.gatehouse.document;

import java.util.List;

/// What a file's text gave: the documents that could be read, in order, and what was wrong. With an error among the
/// diagnostics a part of the file is missing from the documents.
///
/// @param explodes whether reading ended since the file holds far more than its length tells
public record Parsed(List<Document> documents, List<Diagnostic> diagnostics, boolean explodes) {
    public Parsed {
        documents = List.copyOf(documents);
        diagnostics = List.copyOf(diagnostics);
    }

    /// True when nothing of the file is missing.
    public boolean complete() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /// All documents.
    ///
    /// @throws InvalidInputException with all that is wrong, where a part of the file is missing
    public List<Document> orThrow() {
        if (!complete()) {
            throw new InvalidInputException(diagnostics);
        }
        return documents;
    }

    /// The one document.
    ///
    /// @param name of the file, for people
    /// @throws InvalidInputException where it has none or several, or a part of the file is missing
    public Document only(String name) {
        List<Document> all = orThrow();
        if (all.size() != 1) {
            throw new InvalidInputException(name + " holds " + Count.of(all.size(), "document"), "one is expected");
        }
        return all.getFirst();
    }
}
