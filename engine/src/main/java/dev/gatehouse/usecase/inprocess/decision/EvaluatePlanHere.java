package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.plan.PlanEvaluator;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.inprocess.ArtifactKinds;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.GateChoice;
import dev.gatehouse.verdict.JudgeSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Judges plans on the graph's newest revision.
public final class EvaluatePlanHere implements EvaluatePlan {
    private final Access access;
    private final Documents documents;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final Supplier<List<Approval>> approvals;
    private final InstantSource clock;

    public EvaluatePlanHere(
            Access access,
            Documents documents,
            Graph graph,
            Supplier<JudgeSet> judges,
            Supplier<List<Approval>> approvals,
            InstantSource clock) {
        this.access = access;
        this.documents = documents;
        this.graph = graph;
        this.judges = judges;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public PlanEvaluation run(Actor actor, Request request) {
        Plan plan = documents.plan(request.plan(), request.artifacts());
        access.require(actor, "plan:evaluate", plan.name());
        JudgeSet set = judges.get();
        plan.steps().forEach(step -> GateChoice.of(set.gates(), step.gates()));
        plan.steps().forEach(step -> ArtifactKinds.check(set, step.artifacts()));
        Instant at = Objects.requireNonNullElseGet(request.at(), clock::instant);
        return new PlanEvaluator(plan, graph.head().snapshot(), documents::patch, set, actor, at, approvals.get())
                .evaluate();
    }
}
