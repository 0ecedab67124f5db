package dev.gatehouse.plan;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.InFlight;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of judging a plan.
///
/// @param actor who asked
/// @param clock the time of judging
/// @param digests of the plan and of everything that went into the decisions on its steps, by name
/// @param engines version of each engine that judged, by its word
/// @param verdict the worst of everything
/// @param gates the worst verdict of each gate, over all steps in all orders
/// @param states how many architectures were judged: one for each set of finished steps
/// @param bounded false where there were more than could be judged: then the verdict is no better than inconclusive
/// @param unordered where not bounded: steps that could be put in order
/// @param steps in the order of the plan
/// @param blast what the whole plan can hurt
/// @param teams the owners of what it touches
/// @param inFlight registered changes that share something with it
/// @param irreversible steps that cannot be undone, or of which nobody said how
public record PlanEvaluation(
        String plan,
        Actor actor,
        Instant clock,
        Map<String, String> digests,
        Map<String, String> engines,
        Verdict verdict,
        Map<String, Verdict> gates,
        int states,
        boolean bounded,
        List<String> unordered,
        List<StepEvaluation> steps,
        Blast blast,
        Set<EntityRef> teams,
        List<InFlight> inFlight,
        List<String> irreversible) {
    public PlanEvaluation {
        digests = Ordered.copyOf(digests);
        engines = Ordered.copyOf(engines);
    }

    /// What came of judging a step in every state in which it can run.
    ///
    /// @param owner who does it: as said, or the owner of most of what it touches; null when nobody knows
    /// @param after the finished steps in the state in which the verdict was worst; empty where it always allows
    /// @param findings the counting findings in that state
    /// @param approvals whose consent it needs, with why
    public record StepEvaluation(
            String step,
            Verdict verdict,
            Map<String, Verdict> gates,
            @Nullable EntityRef owner,
            List<String> after,
            List<Ruling> findings,
            List<String> approvals) {}
}
