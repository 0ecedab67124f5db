package dev.gatehouse.client;

import dev.gatehouse.document.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a server does, as it says itself.
///
/// @param status `up` or `down`
/// @param graphRevision the graph's newest; null where the graph does not answer, or it is not told to whoever asks
/// @param failing what does not answer
/// @param broken what is wrong with edited rules or policies that it could not take up; the old ones decide
public record ServerHealth(String status, @Nullable Long graphRevision, List<String> failing, List<Diagnostic> broken) {
    public ServerHealth {
        failing = List.copyOf(failing);
        broken = List.copyOf(broken);
    }

    public boolean isWell() {
        return status.equals("up") && failing.isEmpty() && broken.isEmpty();
    }
}
