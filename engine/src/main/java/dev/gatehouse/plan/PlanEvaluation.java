package dev.gatehouse.plan;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.InFlight;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.GateVerdict;
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
/// @param complete false where there were more than could be judged: then no verdict is better than inconclusive
/// @param unordered where not complete: steps that could be put in order
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
        boolean complete,
        List<String> unordered,
        List<StepEvaluation> steps,
        Blast blast,
        Set<EntityRef> teams,
        List<InFlight> inFlight,
        List<String> irreversible) {
    public PlanEvaluation {
        digests = Ordered.copyOf(digests);
        engines = Ordered.copyOf(engines);
        gates = Ordered.copyOf(gates);
        unordered = List.copyOf(unordered);
        steps = List.copyOf(steps);
        teams = Ordered.copyOf(teams);
        inFlight = List.copyOf(inFlight);
        irreversible = List.copyOf(irreversible);
    }

    /// What came of judging a step in every state in which it can run.
    ///
    /// @param verdict the worst in them; no better than inconclusive where it was not judged in all
    /// @param gates the worst verdict of each, over all these states
    /// @param owner who does it: as said, or the owner of most of what it touches; null when nobody knows
    /// @param after the finished steps in one of the states in which the verdict was worst
    /// @param judged what the gates said in that state; empty where the step was judged in none
    /// @param approvals whose consent it needs, each with why; all of them
    public record StepEvaluation(
            String step,
            Verdict verdict,
            Map<String, Verdict> gates,
            @Nullable EntityRef owner,
            List<String> after,
            List<GateVerdict> judged,
            List<String> approvals) {
        public StepEvaluation {
            gates = Ordered.copyOf(gates);
            after = List.copyOf(after);
            judged = List.copyOf(judged);
            approvals = List.copyOf(approvals);
        }

        /// What weighs on the verdict in that state.
        public List<Ruling> findings() {
            return Ruling.counting(judged);
        }
    }
}
