package dev.gatehouse.document;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `150ms`, `2s`, `5m`, `1h30m`, `30d`, `2w`, or in ISO 8601: `PT2S`. Never negative,
/// and never above a hundred years, so that they can be counted in nanoseconds.
public final class Durations {
    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(ms|[smhdw]))+");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdw])");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private Durations() {}

    /// The duration, or empty where the text is none.
    public static Optional<Duration> parse(String text) {
        return any(text).filter(each -> !each.isNegative() && each.compareTo(LONGEST) <= 0);
    }

    /// Whether the text would be a duration if it were not that long.
    public static boolean isTooLong(String text) {
        return any(text).filter(each -> each.compareTo(LONGEST) > 0).isPresent();
    }

    private static Optional<Duration> any(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(sum(text)) : iso(text);
    }

    private static Duration sum(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(
                    UNITS.getOrDefault(part.group(2), Duration.ZERO).multipliedBy(Long.parseLong(part.group(1))));
        }
        return sum;
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
