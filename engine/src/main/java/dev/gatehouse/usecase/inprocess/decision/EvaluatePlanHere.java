package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Placed;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.plan.PlanEvaluator;
import dev.gatehouse.plan.PlanEvidence;
import dev.gatehouse.plan.PlanMatter;
import dev.gatehouse.plan.PlanPreparation;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.inprocess.ArtifactKinds;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.GateChoice;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.Records;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Judges plans on the graph's newest revision, and keeps the record.
public final class EvaluatePlanHere implements EvaluatePlan {
    private final Access access;
    private final Documents documents;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final Records<PlanRecord> records;
    private final Supplier<List<Approval>> approvals;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /// @param judges those in force, asked anew for each plan
    /// @param approvals those that were given
    /// @param ids a new id at each call, without the records' prefix
    public EvaluatePlanHere(
            Access access,
            Documents documents,
            Graph graph,
            Supplier<JudgeSet> judges,
            Records<PlanRecord> records,
            Supplier<List<Approval>> approvals,
            InstantSource clock,
            Supplier<String> ids) {
        this.access = access;
        this.documents = documents;
        this.graph = graph;
        this.judges = judges;
        this.records = records;
        this.approvals = approvals;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public PlanRecord run(Actor actor, Request request) {
        Stopwatch watch = new Stopwatch(clock);
        Placed<Plan> placed = documents.plan(request.plan(), request.artifacts());
        Plan plan = placed.value();
        access.require(actor, "plan:evaluate", plan.name());
        JudgeSet set = judges.get();
        plan.steps().forEach(step -> GateChoice.of(set.gates(), step.gates()));
        plan.steps().forEach(step -> ArtifactKinds.check(set, step.artifacts()));
        Instant at = Objects.requireNonNullElseGet(request.at(), clock::instant);
        Graph.State head = graph.head();
        PlanMatter matter = new PlanPreparation(
                        plan, placed.at(), head.snapshot(), EntityPatch::patched, set, actor, at, approvals.get())
                .matter();
        PlanEvidence evidence = new PlanEvidence(matter);
        PlanEvaluation evaluation = new PlanEvaluator(set.judges()).evaluate(evidence.matter());
        Evidence.Stored stored = evidence.stored(set.judges());
        watch.lap("evaluate");
        PlanRecord record = new PlanRecord(
                PlanRecord.PREFIX + ids.get(),
                clock.instant(),
                actor.name(),
                watch.laps(),
                RecordContext.revision(head),
                RecordContext.readings(findings(evaluation), head.snapshot().readings()),
                stored.matter().value(),
                evaluation);
        records.keep(record, stored.contents());
        return record;
    }

    private static Stream<Ruling> findings(PlanEvaluation evaluation) {
        return evaluation.steps().stream()
                .flatMap(step -> step.judged().stream())
                .flatMap(gate -> gate.findings().stream());
    }
}
