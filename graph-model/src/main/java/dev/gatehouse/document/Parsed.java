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
}
