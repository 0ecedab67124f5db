package dev.gatehouse.document;

import java.util.regex.Pattern;

/// How many of something, in words: `1 finding`, `3 findings`, `2 entities`.
public final class Count {
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");

    private Count() {}

    /// @param one the word for a single one, with a regular plural
    public static String of(long number, String one) {
        return number + " " + (number == 1 ? one : plural(one));
    }

    private static String plural(String one) {
        return CONSONANT_Y.matcher(one).matches() ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }
}
