package dev.gatehouse.verdict;

import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A checkpoint that says which findings matter.
///
/// @param name of the gate, `resilience`
/// @param question that it answers, for people
/// @param scope which findings count
/// @param levels by environment name, then severity; the key `default` serves environments without their own
/// @param score by environment name as above: from which score on a level applies
/// @param freshness how old the observations in a part of a sheet may be
/// @param readings how old the last reading of a source may be; null means any age
/// @param adjustments by rule id: what a company changed about shipped rules
public record Gate(
        String name,
        String question,
        Scope scope,
        Map<String, Map<Severity, Level>> levels,
        Map<String, Map<Level, BigDecimal>> score,
        Map<PartName, Duration> freshness,
        @Nullable Duration readings,
        Map<String, Adjustment> adjustments) {
    /// The environment name that stands for every other.
    public static final String DEFAULT = "default";

    public Gate {
        levels = Ordered.copyOf(levels);
        score = Ordered.copyOf(score);
        freshness = Ordered.copyOf(freshness);
        adjustments = Ordered.copyOf(adjustments);
    }

    /// What a severity leads to in an environment; advisory where the gate says nothing.
    public Level level(EntityRef environment, Severity severity) {
        return forEnvironment(levels, environment).getOrDefault(severity, Level.ADVISORY);
    }

    /// The worst level whose threshold the score reaches in an environment, or null.
    public @Nullable Threshold threshold(EntityRef environment, BigDecimal value) {
        return forEnvironment(score, environment).entrySet().stream()
                .filter(entry -> value.compareTo(entry.getValue()) >= 0)
                .max(Map.Entry.comparingByKey())
                .map(entry -> new Threshold(entry.getKey(), entry.getValue()))
                .orElse(null);
    }

    private static <K, V> Map<K, V> forEnvironment(Map<String, Map<K, V>> byName, EntityRef environment) {
        Map<K, V> own = byName.get(environment.name());
        return own != null ? own : Objects.requireNonNullElse(byName.get(DEFAULT), Map.of());
    }

    /// Which findings count.
    public enum Scope {
        /// Those that the change introduces or worsens.
        INTRODUCED,
        /// All about what it names or alters.
        TOUCHED,
        /// All.
        ALL
    }

    /// A level and the score from which on it applies.
    public record Threshold(Level level, BigDecimal from) {}
}
