package dev.gatehouse.document;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.Arrays;
import java.util.List;

/// Reads references that people write outside documents: in a command, a path, a request.
public final class References {
    private References() {}

    /// @param implied its kind where the text names none
    /// @throws InvalidInputException when it is no reference, with the nearest kind
    public static EntityRef read(String text, Kind implied) {
        Texts.line(text).ifPresent(wrong -> {
            throw new InvalidInputException("The reference '" + Texts.brief(text) + "' " + wrong.why(), wrong.cure());
        });
        try {
            return EntityRef.parse(text, implied);
        } catch (IllegalArgumentException e) {
            List<String> kinds = Arrays.stream(Kind.values()).map(Kind::word).toList();
            String form = "write it as " + implied.word() + ":namespace/name, or the name alone";
            int colon = text.indexOf(':');
            throw new InvalidInputException(
                    String.valueOf(e.getMessage()),
                    colon < 0 ? form : Nearest.cure(text.substring(0, colon), kinds, form));
        }
    }
}
