package dev.gatehouse.facts;

import dev.gatehouse.model.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A measured value beside its limit: what makes a finding comparable with the same finding elsewhere or earlier.
///
/// @param value what was found
/// @param limit what is allowed
/// @param unit `replicas`, `ms`, `EUR/month`, `%`, …; empty for a bare number
/// @param worse whether more of it, or less of it, is worse
public record Measure(BigDecimal value, BigDecimal limit, String unit, Worse worse) implements Citable {
    /// More is worse: cost, latency, risk.
    public static Measure atMost(Number value, Number limit, String unit) {
        return new Measure(decimal(value), decimal(limit), unit, Worse.MORE);
    }

    /// Less is worse: replicas, availability, error budget.
    public static Measure atLeast(Number value, Number limit, String unit) {
        return new Measure(decimal(value), decimal(limit), unit, Worse.LESS);
    }

    /// True when this is worse than the other, in this measure's sense.
    public boolean isWorseThan(@Nullable Measure other) {
        if (other == null) {
            return false;
        }
        int order = value.compareTo(other.value);
        return worse == Worse.MORE ? order > 0 : order < 0;
    }

    /// `3 replicas (at least 2)`
    @Override
    public String toString() {
        String of = unit.isEmpty() ? "" : " " + unit;
        return value.toPlainString() + of + (worse == Worse.MORE ? " (at most " : " (at least ") + limit.toPlainString()
                + of + ")";
    }

    private static BigDecimal decimal(Number number) {
        return Exact.of(new BigDecimal(number.toString()));
    }

    /// Which way is worse.
    public enum Worse {
        MORE,
        LESS
    }
}
