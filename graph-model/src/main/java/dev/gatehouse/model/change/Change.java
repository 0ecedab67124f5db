package dev.gatehouse.model.change;

import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Revisions to named entities, judged together.
///
/// @param environment the one it is made in
/// @param requestedBy the group or user that answers for it
/// @param window when it is to be made; null means that nobody said
/// @param initiative why it is made; null means that nobody said
public record Change(
        EntityRef ref,
        @Nullable String title,
        EntityRef environment,
        @Nullable EntityRef requestedBy,
        @Nullable Window window,
        @Nullable EntityRef initiative,
        List<Operation> operations,
        List<Artifact> artifacts) {
    public Change {
        operations = List.copyOf(operations);
        artifacts = List.copyOf(artifacts);
    }

    /// This change with one more operation.
    public Change and(Operation operation) {
        List<Operation> more = new ArrayList<>(operations);
        more.add(operation);
        return new Change(ref, title, environment, requestedBy, window, initiative, more, artifacts);
    }

    /// The same change in that environment.
    public Change in(EntityRef other) {
        return new Change(ref, title, other, requestedBy, window, initiative, operations, artifacts);
    }

    /// The same change with these artifacts.
    public Change with(List<Artifact> others) {
        return new Change(ref, title, environment, requestedBy, window, initiative, operations, others);
    }

    /// What it renames.
    public Renames renames() {
        return new Renames(operations);
    }
}
