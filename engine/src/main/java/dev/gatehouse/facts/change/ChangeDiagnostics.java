package dev.gatehouse.facts.change;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.UnknownEntity;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is wrong with a change beside an architecture, each at its place in the change's document.
final class ChangeDiagnostics {
    private final Change change;
    private final Function<String, Position> at;
    private final List<Diagnostic> found = new ArrayList<>();

    ChangeDiagnostics(Change change, Function<String, Position> at) {
        this.change = change;
        this.at = at;
    }

    /// JSON pointer to an operation in a change's document.
    static String pointer(int index, Operation operation) {
        String verb = switch (operation) {
            case Operation.Deploy _ -> "deploy";
            case Operation.AddDependency _ -> "addDependency";
            case Operation.RemoveDependency _ -> "removeDependency";
            case Operation.AddFlow _ -> "addFlow";
            case Operation.RemoveFlow _ -> "removeFlow";
            case Operation.Set _ -> "set";
            case Operation.Rename _ -> "rename";
            case Operation.Declare _ -> "declare";
            case Operation.Remove _ -> "remove";
        };
        return "/spec/operations/" + index + "/" + verb;
    }

    void add(String pointer, String message, @Nullable String cure) {
        found.add(Diagnostic.error(at.apply(pointer), "change '" + change.ref().shortName() + "': " + message, cure));
    }

    /// Whether the entity is there; a mistake where it is not.
    ///
    /// @param where what refers to it, in words
    boolean isThere(Snapshot architecture, EntityRef ref, String where, String pointer) {
        if (architecture.find(ref) != null) {
            return true;
        }
        List<String> known = architecture
                .all(ref.kind())
                .mapToObj(architecture::at)
                .filter(Objects::nonNull)
                .map(Declaration::ref)
                .map(EntityRef::shortName)
                .toList();
        add(
                pointer,
                where + ": there is no '" + ref + "'",
                UnknownEntity.cure(
                        architecture, ref, known, "import the source that declares it, or declare it in the change"));
        return false;
    }

    /// @throws InvalidInputException with all of them, if there is one
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
