package dev.gatehouse.verdict.reading;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What several documents say of one gate. Levels and scores are replaced by environment, freshness by part,
/// adjustments by rule.
final class Layers {
    private final String name;
    private final Position first;
    private @Nullable String question;
    private Gate.Scope scope = Gate.Scope.INTRODUCED;
    private @Nullable Duration readings;
    private final Map<String, Map<Severity, Level>> levels = new HashMap<>();
    private final Map<String, Map<Level, BigDecimal>> score = new HashMap<>();
    private final Map<PartName, Duration> freshness = new HashMap<>();
    private final Map<String, Adjustment> adjustments = new HashMap<>();

    Layers(String name, Position first) {
        this.name = name;
        this.first = first;
    }

    void lay(Spec spec) {
        question = spec.question() == null ? question : spec.question();
        scope = spec.scope() == null ? scope : spec.scope();
        readings = spec.readings() == null ? readings : spec.readings();
        spec.levels().forEach((environment, words) -> levels.put(environment, keyed(words, Severity::valueOf)));
        spec.score().forEach((environment, words) -> score.put(environment, keyed(words, Level::valueOf)));
        spec.freshness().forEach((word, age) -> PartName.of(word).ifPresent(part -> freshness.put(part, age)));
        adjustments.putAll(spec.rules());
    }

    private static <K, V> Map<K, V> keyed(Map<String, V> byWord, Function<String, K> key) {
        Map<K, V> keyed = new HashMap<>();
        byWord.forEach((word, value) -> keyed.put(key.apply(word.toUpperCase(Locale.ROOT)), value));
        return keyed;
    }

    void check(List<Diagnostic> diagnostics) {
        if (question == null) {
            diagnostics.add(Diagnostic.error(
                    first,
                    "the gate '" + name + "' asks no question",
                    "add 'question', or name it like the gate that it is to be laid over"));
        }
    }

    Gate gate() {
        return new Gate(
                name,
                Objects.requireNonNull(question, "it was checked"),
                scope,
                levels,
                score,
                freshness,
                readings,
                adjustments);
    }
}
