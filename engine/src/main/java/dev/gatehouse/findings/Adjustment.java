package dev.gatehouse.findings;

import dev.gatehouse.model.Ordered;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a gate says about one rule beside the rule's own text.
///
/// @param off the rule is not part of the set
/// @param shadow judged and recorded, never blocking
/// @param severity instead of the rule's own; null keeps it
/// @param parameters values for the rule's parameters, by their names; those left out keep their defaults
public record Adjustment(
        boolean off, boolean shadow, @Nullable Severity severity, Map<String, String> parameters) {
    /// Everything as the rule says.
    public static final Adjustment NONE = new Adjustment(false, false, null, Map.of());

    private static final int MOST_DIGITS = 100;

    public Adjustment {
        parameters = Ordered.copyOf(parameters);
    }

    /// What of it changes what a rule says, rather than what comes of that.
    public Adjustment ofText() {
        return new Adjustment(off, false, null, parameters);
    }

    /// The number that a parameter's text is; empty where it is a word, or has so many digits that it is none to
    /// reckon with.
    public static Optional<BigDecimal> number(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
