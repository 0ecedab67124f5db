package dev.gatehouse.usecase;

import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.record.DecisionRecord;

/// All that a face can ask for of an architecture, answered in one place: in this process, or by a server. Of rule
/// files
/// only [TestRules] is asked, always in this process: no server takes rule texts.
public record UseCases(
        Import imports,
        Assess assess,
        Lookup<DecisionRecord> decisions,
        Approve approve,
        Explain explain,
        Replay replay,
        BlastRadius blastRadius,
        Findings findings,
        Waivers waivers,
        EvaluatePlan evaluatePlan,
        Lookup<PlanRecord> evaluations,
        Replay replayPlan,
        Rules rules,
        Entities entities) {}
