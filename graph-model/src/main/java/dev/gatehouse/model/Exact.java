package dev.gatehouse.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers without trailing zeros, as they are written: equal values are equal, however they were computed, and read
/// back as they were.
public final class Exact {
    private Exact() {}

    public static BigDecimal of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// Null stays null.
    public static @Nullable BigDecimal ofNullable(@Nullable BigDecimal value) {
        return value == null ? null : of(value);
    }
}
