package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.References;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.UnknownEntity;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what callers name.
public final class Names {
    private Names() {}

    /// An environment that callers may leave out.
    ///
    /// @throws InvalidInputException when it is no reference, or one to something else
    public static @Nullable EntityRef environment(@Nullable String text) {
        EntityRef ref = text == null ? null : References.read(text, Kind.ENVIRONMENT);
        if (ref != null && ref.kind() != Kind.ENVIRONMENT) {
            throw new InvalidInputException(
                    "'" + text + "' is a " + ref.kind().word() + ", and an environment is asked for",
                    "name an environment, such as production");
        }
        return ref;
    }

    /// What is declared under a reference.
    ///
    /// @throws InvalidInputException when nobody declares it, with the nearest name that somebody does
    public static Declaration find(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        if (declaration == null) {
            List<String> known =
                    all(snapshot, ref.kind()).map(one -> one.ref().shortName()).toList();
            throw new InvalidInputException(
                    "There is no '" + ref + "'",
                    UnknownEntity.cure(snapshot, ref, known, "import the source that declares it"));
        }
        return declaration;
    }

    /// All of a kind, in no set order.
    public static Stream<Declaration> all(Snapshot snapshot, Kind kind) {
        return snapshot.all(kind).mapToObj(snapshot::at).filter(Objects::nonNull);
    }
}
