package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.Reading;
import dev.gatehouse.verdict.Ruling;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a record says around its answer of the graph that was asked.
final class RecordContext {
    private RecordContext() {}

    /// The revision; null where the graph holds nothing.
    static @Nullable Long revision(Graph.State head) {
        return head.revision().number() == 0 ? null : head.revision().number();
    }

    /// When each source that these cite was last read.
    static Map<String, Instant> readings(Stream<Ruling> rulings, Map<String, Reading> all) {
        Map<String, Instant> cited = new TreeMap<>();
        rulings.flatMap(ruling -> ruling.facts().stream())
                .map(Ruling.CitedFact::source)
                .filter(Objects::nonNull)
                .forEach(source -> {
                    Reading reading = all.get(source);
                    if (reading != null) {
                        cited.put(source, reading.at());
                    }
                });
        return cited;
    }
}
