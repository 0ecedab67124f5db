package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.Verdict;
import java.util.List;

/// Answers again what was decided once: of a change, or of a plan.
public interface Replay {
    /// From the record alone, with the rules and policies that it names.
    Result run(Actor actor, String id);

    /// With the rules and policies in force now, on the graph as it was then; where that is not known, on the record's
    /// sheets, and what they do not hold is inconclusive.
    Result runWithCurrentRules(Actor actor, String id);

    /// @param id the record's
    /// @param same whether the answer came out byte for byte the same
    /// @param differences what came out differently, in words
    record Result(String id, boolean same, Verdict then, Verdict now, List<String> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }
}
