package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.StaleRevisionException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Commits a difference although others may be first.
public final class Commits {
    private static final int ATTEMPTS = 5;

    private Commits() {}

    /// Commits what is made anew on each architecture that it is tried on.
    ///
    /// @param make looks at the newest one, and may throw what is wrong
    /// @throws StaleRevisionException when others were first each time
    public static Graph.State commit(Graph graph, Function<Snapshot, Graph.Commit> make) {
        return retry(() -> {
            Graph.State head = graph.head();
            return graph.commit(head.revision().number(), make.apply(head.snapshot()));
        });
    }

    /// Tries again what others were first with.
    ///
    /// @throws StaleRevisionException when others were first each time
    public static <T> T retry(Supplier<T> attempted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempted.get();
            } catch (StaleRevisionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
