package dev.gatehouse.usecase;

/// All that a face can ask for, answered in one place: in this process, or by a server.
public record UseCases(
        Import imports,
        Assess assess,
        Decisions decisions,
        Approve approve,
        Explain explain,
        Replay replay,
        BlastRadius blastRadius,
        Standing standing,
        Waivers waivers,
        EvaluatePlan evaluatePlan,
        Entities entities) {}
