package dev.gatehouse.usecase;

import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.record.DecisionRecord;

/// All that a face can ask for, answered in one place: in this process, or by a server.
public record UseCases(
        Import imports,
        Assess assess,
        Lookup<DecisionRecord> decisions,
        Approve approve,
        Explain explain,
        Replay replay,
        BlastRadius blastRadius,
        Standing standing,
        Waivers waivers,
        EvaluatePlan evaluatePlan,
        Lookup<PlanRecord> evaluations,
        Replay replayPlan,
        Rules rules,
        Entities entities) {}
