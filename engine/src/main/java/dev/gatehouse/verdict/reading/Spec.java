package dev.gatehouse.verdict.reading;

import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one document says of a gate. Null, or nothing in a map, leaves what stands below it.
///
/// @param levels by environment, then word of a severity
/// @param score by environment, then word of a level
/// @param freshness by word of a part
record Spec(
        @Nullable String question,
        Gate.@Nullable Scope scope,
        Map<String, Map<String, Level>> levels,
        Map<String, Map<String, BigDecimal>> score,
        Map<String, Duration> freshness,
        @Nullable Duration readings,
        Map<String, Adjustment> rules) {}
