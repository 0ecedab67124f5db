package dev.gatehouse.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a source may be called, and the files in it: labels that people read beside everything that is declared there,
/// and that must be the same the next time. Nothing is opened by them, so a file's may be a path from anywhere.
public final class SourceNames {
    /// The most characters of a source's name.
    public static final int LONGEST = 500;

    private static final Position IN_A_REQUEST = new Position(null, 0, 0, "/source");

    private SourceNames() {}

    /// What is wrong with a source's name.
    public static Optional<Diagnostic> mistake(String name, Position at) {
        if (name.isBlank()) {
            return Optional.of(Diagnostic.error(
                    at, "The name of the source is empty", "name it, such as github.com/shop/catalog"));
        }
        return Texts.tooLong(name, LONGEST)
                .or(() -> Texts.strange(name, false))
                .or(() -> unsteady(name))
                .map(wrong -> Diagnostic.error(
                        at, "The name of the source, '" + Texts.brief(name) + "', " + wrong.why(), wrong.cure()));
    }

    /// The same of a name in a request.
    ///
    /// @throws InvalidInputException when something is wrong with it
    public static void require(String name) {
        mistake(name, IN_A_REQUEST).ifPresent(wrong -> {
            throw new InvalidInputException(List.of(wrong));
        });
    }

    private static Optional<Texts.Wrong> unsteady(String name) {
        if (!name.equals(name.strip())) {
            return Optional.of(new Texts.Wrong("begins or ends with a blank", "leave it out"));
        }
        return Arrays.stream(name.split("/", -1)).anyMatch(part -> part.equals(".") || part.equals(".."))
                ? Optional.of(new Texts.Wrong(
                        "is a path that depends on where one stands", "name it as it is known everywhere"))
                : Optional.empty();
    }

    /// What is wrong with the names of files: each has one, of one line, and none has another's.
    public static List<Diagnostic> mistakes(List<SourceFile> files) {
        List<Diagnostic> wrong = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).name();
            if (name.isBlank()) {
                wrong.add(Diagnostic.error(
                        "File " + (i + 1) + " of " + files.size() + " has no name",
                        "name it: what is declared in it is known by that"));
            } else if (!names.add(name)) {
                wrong.add(Diagnostic.error(
                        "The file '" + Texts.brief(name) + "' is given twice",
                        "give it once, or name the other differently"));
            }
            Texts.line(name)
                    .ifPresent(why -> wrong.add(Diagnostic.error(
                            "The name of the file '" + Texts.brief(name) + "' " + why.why(), "rename it")));
        }
        return wrong;
    }
}
