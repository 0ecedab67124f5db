package dev.gatehouse.rules;

import dev.gatehouse.findings.Adjustment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A named value of a rule that a gate can change. It stands beside the facts:
/// `Parameter(rule == "single-replica", name == "minimum", $minimum : value)`.
///
/// @param rule the id of the rule that it belongs to
/// @param value null where it is a word
/// @param text as written
public record Parameter(String rule, String name, @Nullable BigDecimal value, String text) {
    /// A parameter with that text, and its value where the text is a number.
    public static Parameter of(String rule, String name, String text) {
        return new Parameter(rule, name, Adjustment.number(text).orElse(null), text);
    }
}
