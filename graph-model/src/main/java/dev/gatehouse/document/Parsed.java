package dev.gatehouse.document;

import java.util.List;

/// What a file's text gave: the documents that could be read, in order, and what was wrong. With an error among the
/// diagnostics a part of the file is missing from the documents.
public record Parsed(List<Document> documents, List<Diagnostic> diagnostics) {
    public Parsed {
        documents = List.copyOf(documents);
        diagnostics = List.copyOf(diagnostics);
    }

    /// True when nothing of the file is missing.
    public boolean complete() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }
}
