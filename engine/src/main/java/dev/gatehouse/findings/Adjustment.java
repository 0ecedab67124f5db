package dev.gatehouse.findings;

import dev.gatehouse.model.Ordered;
import java.util.Map;
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

    public Adjustment {
        parameters = Ordered.copyOf(parameters);
    }
}
