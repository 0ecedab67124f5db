package dev.gatehouse.plan;

import dev.gatehouse.model.Ordered;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.RecordKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An evaluation of a plan in its envelope: who asked when, on which revision, and where the matter is kept.
///
/// @param evaluationId begins with [#PREFIX], so that nobody takes it for a decision's
/// @param timings milliseconds, by stage; never part of what is compared
/// @param graphRevision of the graph that was asked; null where it held nothing. A graph in memory counts its own
/// @param readings when each source that a finding cites was last read; never compared, like the timings
/// @param matter digest of the stored matter, from which the plan can be evaluated again
public record PlanRecord(
        String evaluationId,
        Instant decidedAt,
        String decidedBy,
        Map<String, Long> timings,
        @Nullable Long graphRevision,
        Map<String, Instant> readings,
        String matter,
        PlanEvaluation evaluation)
        implements Envelope {
    /// What every id begins with.
    public static final String PREFIX = "plan-";

    public static final RecordKind<PlanRecord> KIND =
            new RecordKind<>("plan evaluation", "plan-evaluation", PlanRecord.class, "evaluationId");

    public PlanRecord {
        timings = Ordered.copyOf(timings);
        readings = Ordered.copyOf(readings);
    }

    @Override
    public String id() {
        return evaluationId;
    }
}
