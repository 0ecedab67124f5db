package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.StaleRevisionException;

/// Commits a difference that holds whatever came between.
public final class Commits {
    private static final int ATTEMPTS = 5;

    private Commits() {}

    /// @throws StaleRevisionException when others were first each time
    public static Graph.State commit(Graph graph, Graph.Commit commit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return graph.commit(graph.head().revision().number(), commit);
            } catch (StaleRevisionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
