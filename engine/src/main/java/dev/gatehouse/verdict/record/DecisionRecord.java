package dev.gatehouse.verdict.record;

import dev.gatehouse.model.Ordered;
import dev.gatehouse.verdict.Decision;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A decision in its envelope: who asked when, on which revision, and where the matter is kept.
///
/// @param timings milliseconds, by stage; never part of what is compared
/// @param graphRevision of the graph that was asked; null where it held nothing. A graph in memory counts its own
/// @param readings when each source that a finding cites was last read; never compared, like the timings
/// @param matter digest of the stored matter, from which it can be decided again
public record DecisionRecord(
        String decisionId,
        Instant decidedAt,
        String decidedBy,
        Map<String, Long> timings,
        @Nullable Long graphRevision,
        Map<String, Instant> readings,
        String matter,
        Decision judgement)
        implements Envelope {
    public static final RecordKind<DecisionRecord> KIND =
            new RecordKind<>("decision", "decision", DecisionRecord.class, "decisionId");

    public DecisionRecord {
        timings = Ordered.copyOf(timings);
        readings = Ordered.copyOf(readings);
    }

    @Override
    public String id() {
        return decisionId;
    }
}
