package dev.gatehouse.rest.resource;

import dev.gatehouse.document.Diagnostic;
import java.util.List;

/// What the health of the server is told from.
public interface ServerState {
    /// The graph's newest revision.
    ///
    /// @throws dev.gatehouse.graph.StoreException when the graph does not answer
    long graphRevision();

    /// What is wrong with edited rules or policies that could not be taken up, when they were last looked at; empty
    /// when the newest decide. Answers at once: nothing is loaded for it.
    List<Diagnostic> broken();
}
