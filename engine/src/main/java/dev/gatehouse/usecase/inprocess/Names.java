package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Texts;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads references that callers name, and finds what they refer to.
public final class Names {
    private Names() {}

    /// @param implied its kind where the text names none
    /// @throws InvalidInputException when it is no reference
    public static EntityRef read(String text, Kind implied) {
        Texts.line(text).ifPresent(wrong -> {
            throw new InvalidInputException("A reference " + wrong.why(), wrong.cure());
        });
        try {
            return EntityRef.parse(text, implied);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), "write kind:namespace/name");
        }
    }

    /// An environment that callers may leave out.
    ///
    /// @throws InvalidInputException when it is no reference
    public static @Nullable EntityRef environment(@Nullable String text) {
        return text == null ? null : read(text, Kind.ENVIRONMENT);
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
                    "There is no '" + ref + "'", Nearest.cure(ref.name(), known, "import the source that declares it"));
        }
        return declaration;
    }

    /// All of a kind, in no set order.
    public static Stream<Declaration> all(Snapshot snapshot, Kind kind) {
        return snapshot.all(kind).mapToObj(snapshot::at).filter(Objects::nonNull);
    }
}
