package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Digest;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeLoader;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.Records;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides again.
public final class ReplayDecision extends ReplayHere<DecisionRecord, Decision> {
    private final Records<DecisionRecord> records;
    private final JudgeLoader loader;

    public ReplayDecision(
            Access access,
            Records<DecisionRecord> records,
            Graph graph,
            JudgeLoader loader,
            Supplier<JudgeSet> current) {
        super(access, "decision:replay", records, DecisionRecord.KIND, graph, current);
        this.records = records;
        this.loader = loader;
    }

    @Override
    Decision again(DecisionRecord record) {
        Evidence.Restored restored = restored(record);
        return new Decider(loader.load(restored.texts())).decide(restored.matter());
    }

    @Override
    Decision again(DecisionRecord record, JudgeSet judges, @Nullable Snapshot then) {
        Matter matter = restored(record).matter();
        List<Gate> gates = asked(judges, matter.gates().stream().map(Gate::name).toList());
        Matter now = then == null
                ? matter.with(gates)
                : new Preparation(judges, gates)
                        .matter(
                                ChangeResolver.resolve(matter.change(), then, EntityPatch::patched),
                                matter.actor(),
                                matter.clock(),
                                matter.approvals());
        return new Decider(judges.judges()).decide(now);
    }

    private Evidence.Restored restored(DecisionRecord record) {
        return Evidence.restore(new Digest(record.matter()), records);
    }

    @Override
    Decision answer(DecisionRecord record) {
        return record.judgement();
    }

    @Override
    Verdict verdict(Decision answer) {
        return answer.verdict();
    }

    @Override
    List<String> differences(Decision then, Decision now) {
        return Differences.between(then, now);
    }
}
