package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.RecordKind;
import dev.gatehouse.verdict.record.Records;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers again from what the records of one kind kept.
///
/// @param <R> the records
/// @param <A> the answers in them
abstract sealed class ReplayHere<R extends Envelope, A> implements Replay permits ReplayDecision, ReplayPlan {
    private final Access access;
    private final String action;
    private final Records<R> records;
    private final RecordKind<R> kind;
    private final Graph graph;
    private final Supplier<JudgeSet> current;

    ReplayHere(
            Access access,
            String action,
            Records<R> records,
            RecordKind<R> kind,
            Graph graph,
            Supplier<JudgeSet> current) {
        this.access = access;
        this.action = action;
        this.records = records;
        this.kind = kind;
        this.graph = graph;
        this.current = current;
    }

    /// From the record alone.
    abstract A again(R envelope);

    /// By other judges.
    ///
    /// @param then the graph as it was; null where that is not known
    abstract A again(R envelope, JudgeSet judges, @Nullable Snapshot then);

    /// The answer that the record keeps.
    abstract A answer(R envelope);

    abstract Verdict verdict(A answer);

    /// In words.
    abstract List<String> differences(A then, A now);

    @Override
    public final Result run(Actor actor, String id) {
        R envelope = find(actor, id);
        return result(envelope, again(envelope));
    }

    @Override
    public final Result runWithCurrentRules(Actor actor, String id) {
        R envelope = find(actor, id);
        return result(envelope, again(envelope, current.get(), then(envelope.graphRevision())));
    }

    private @Nullable Snapshot then(@Nullable Long revision) {
        return revision == null || revision > graph.head().revision().number() ? null : graph.at(revision);
    }

    private R find(Actor actor, String id) {
        access.require(actor, action, id);
        return RecordLookup.find(records, kind, id);
    }

    private Result result(R envelope, A now) {
        A then = answer(envelope);
        boolean same = Json.write(then).equals(Json.write(now));
        return new Result(envelope.id(), same, verdict(then), verdict(now), same ? List.of() : told(then, now));
    }

    private List<String> told(A then, A now) {
        List<String> told = differences(then, now);
        return told.isEmpty() ? Differences.inParts(then, now) : told;
    }

    /// Those of the gates that were asked then.
    static List<Gate> asked(JudgeSet judges, Collection<String> then) {
        return judges.gates().stream()
                .filter(gate -> then.contains(gate.name()))
                .toList();
    }
}
