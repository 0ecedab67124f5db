package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Position;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.plan.PlanEvaluator;
import dev.gatehouse.plan.PlanEvidence;
import dev.gatehouse.plan.PlanMatter;
import dev.gatehouse.plan.PlanPreparation;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeLoader;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.Records;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Evaluates plans again.
public final class ReplayPlan extends ReplayHere<PlanRecord, PlanEvaluation> {
    private final Records<PlanRecord> records;
    private final JudgeLoader loader;

    public ReplayPlan(
            Access access, Records<PlanRecord> records, Graph graph, JudgeLoader loader, Supplier<JudgeSet> current) {
        super(access, "plan:replay", records, PlanRecord.KIND, graph, current);
        this.records = records;
        this.loader = loader;
    }

    @Override
    PlanEvaluation again(PlanRecord record) {
        PlanEvidence.Restored restored = restored(record);
        return new PlanEvaluator(loader.load(restored.texts())).evaluate(restored.matter());
    }

    @Override
    PlanEvaluation again(PlanRecord record, JudgeSet judges, @Nullable Snapshot then) {
        PlanMatter matter = restored(record).matter();
        List<Gate> gates = asked(judges, record.evaluation().gates().keySet());
        PlanMatter now = then == null
                ? matter.map(step -> step.with(gates))
                : new PlanPreparation(
                                matter.plan(),
                                _ -> Position.NOWHERE,
                                then,
                                EntityPatch::patched,
                                new JudgeSet(judges.judges(), gates, judges.questions(), judges.controls()),
                                matter.actor(),
                                matter.clock(),
                                approvals(matter))
                        .matter();
        return new PlanEvaluator(judges.judges()).evaluate(now);
    }

    private static List<Approval> approvals(PlanMatter matter) {
        Set<Approval> approvals = new LinkedHashSet<>();
        matter.steps().forEach(step -> approvals.addAll(step.matter().approvals()));
        return List.copyOf(approvals);
    }

    private PlanEvidence.Restored restored(PlanRecord record) {
        return PlanEvidence.restore(new Digest(record.matter()), records);
    }

    @Override
    PlanEvaluation answer(PlanRecord record) {
        return record.evaluation();
    }

    @Override
    Verdict verdict(PlanEvaluation answer) {
        return answer.verdict();
    }

    @Override
    List<String> differences(PlanEvaluation then, PlanEvaluation now) {
        return Differences.between(then, now);
    }
}
