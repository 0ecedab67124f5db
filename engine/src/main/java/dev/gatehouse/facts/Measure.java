package dev.gatehouse.facts;

import dev.gatehouse.model.Exact;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A measured value beside its limit: what makes a finding comparable with the same finding elsewhere or earlier.
///
/// @param value what was found
/// @param limit what is allowed
/// @param unit `ms`, `EUR/month`, `%`, `tier`, in the plural what can be counted: `replicas`; empty for a bare number
/// @param worse whether more of it, or less of it, is worse
public record Measure(BigDecimal value, BigDecimal limit, String unit, Worse worse) implements Citable {
    /// A unit that orders rather than counts.
    private static final String RANK = "tier";

    /// Units that are words in the plural; symbols such as `ms` are not.
    private static final Pattern COUNTED = Pattern.compile("[a-z ]{3,}[a-rt-z]s");

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

    /// `1 replica (at least 2 replicas)`, `tier 3 (at most tier 1)`: for people.
    public String words() {
        return words(value) + (worse == Worse.MORE ? " (at most " : " (at least ") + words(limit) + ")";
    }

    private String words(BigDecimal number) {
        String plain = number.toPlainString();
        if (unit.isEmpty()) {
            return plain;
        }
        if (unit.equals(RANK)) {
            return unit + " " + plain;
        }
        boolean one =
                number.compareTo(BigDecimal.ONE) == 0 && COUNTED.matcher(unit).matches();
        return plain + " " + (one ? single(unit) : unit);
    }

    private static String single(String units) {
        if (units.endsWith("ies")) {
            return units.substring(0, units.length() - 3) + "y";
        }
        return units.substring(0, units.length() - (units.endsWith("sses") ? 2 : 1));
    }

    /// `3 replicas (at least 2 replicas)`: what approvals are bound to, and so as it ever was.
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
