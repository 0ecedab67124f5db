package dev.gatehouse.document;

import java.util.Optional;
import java.util.OptionalInt;

/// What a text may be that people or programs give: not endless, and without characters that steer a terminal or end
/// a line where one line is meant.
public final class Texts {
    /// The most characters of a text of one line, such as a title or a name, where nothing less is said.
    public static final int LONGEST_LINE = 1_000;

    /// The most characters of a text of several lines, such as a reason.
    public static final int LONGEST = 10_000;

    private static final int BRIEF = 60;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private Texts() {}

    /// What is wrong with a text, and its cure.
    ///
    /// @param why goes on after the name of the text: `has 12000 characters; …`
    public record Wrong(String why, String cure) {}

    /// The beginning of a text on one line, for what is told of it.
    public static String brief(String text) {
        String visible = visible(text.length() <= BRIEF ? text : text.substring(0, BRIEF), false);
        return text.length() <= BRIEF ? visible : visible + "…";
    }

    /// What is wrong with a text of one line.
    public static Optional<Wrong> line(String text) {
        return tooLong(text, LONGEST_LINE).or(() -> strange(text, false));
    }

    /// What is wrong with a text of several lines.
    public static Optional<Wrong> lines(String text) {
        return tooLong(text, LONGEST).or(() -> strange(text, true));
    }

    /// A text of more characters than that.
    public static Optional<Wrong> tooLong(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest
                ? Optional.empty()
                : Optional.of(
                        new Wrong("has " + length + " characters; at most " + longest + " are read", "shorten it"));
    }

    /// A text with a character that no text should have.
    ///
    /// @param severalLines whether line breaks and tabs may stand in it
    public static Optional<Wrong> strange(String text, boolean severalLines) {
        OptionalInt found = text.codePoints()
                .filter(point -> isControl(point) && !(severalLines && isLayout(point)))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int point = found.getAsInt();
        return Optional.of(
                point == '\n' || point == '\r'
                        ? new Wrong("has a line break in it", "write it on one line")
                        : new Wrong("has the character U+%04X in it".formatted(point), "take it out"));
    }

    /// The text with every character written as `\u001b` that would steer a terminal or turn the order of letters
    /// around.
    ///
    /// @param severalLines whether line breaks and tabs stay
    public static String visible(String text, boolean severalLines) {
        if (text.codePoints().noneMatch(Texts::steers)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (!steers(point) || (severalLines && isLayout(point))) {
                visible.appendCodePoint(point);
            } else {
                visible.append("\\u%04x".formatted(point));
            }
        });
        return visible.toString();
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\r' || point == '\t';
    }

    private static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    private static boolean steers(int point) {
        return isControl(point)
                || (Character.getType(point) == Character.FORMAT && point != JOINER && point != NON_JOINER);
    }
}
