package dev.gatehouse.cli.output.page;

/// Text from outside, made harmless. Characters that steer a terminal or turn the order of letters around
/// (controls, escapes, bidirectional overrides) become U+FFFD, so that one sees that something was there.
public final class SafeText {
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /// One line: line breaks and tabs become spaces. Also valid in XML 1.0, where most controls are not.
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isSpace(point) ? ' ' : steers(point) ? REPLACEMENT : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /// JSON text in which such characters are escaped rather than replaced, so that its values stay the same.
    public static String json(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point != '\n' && point != '\r' && steers(point)) {
                for (char unit : Character.toChars(point)) {
                    safe.append("\\u%04x".formatted((int) unit));
                }
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean isSpace(int point) {
        return point == '\n' || point == '\r' || point == '\t' || point == 0x2028 || point == 0x2029 || point == 0x85;
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> point != JOINER && point != NON_JOINER;
            default -> point == 0xFFFE || point == 0xFFFF;
        };
    }
}
