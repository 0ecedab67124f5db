package dev.gatehouse.model;

import java.util.Locale;

/// How the constants of our enums are called wherever people or programs read or write them.
public final class Word {
    private Word() {}

    /// In lower case, with dashes: `NEEDS_APPROVAL` is `needs-approval`.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
