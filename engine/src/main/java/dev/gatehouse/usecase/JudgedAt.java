package dev.gatehouse.usecase;

import dev.gatehouse.document.InvalidInputException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The time that somebody asks to be judged at.
public final class JudgedAt {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2261-12-31T23:59:59Z");

    private JudgedAt() {}

    /// @throws InvalidInputException when the calendar, or a policy that counts in nanoseconds, cannot follow
    public static @Nullable Instant checked(@Nullable Instant at) {
        if (at != null && (at.isBefore(FIRST) || at.isAfter(LAST))) {
            throw new InvalidInputException(
                    "The time to judge at, " + at + ", is not between " + FIRST + " and " + LAST,
                    "give one like 2026-11-20T18:00:00Z");
        }
        return at;
    }
}
