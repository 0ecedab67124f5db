package dev.gatehouse.plan;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.InFlight;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.Matter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Everything that the evaluation of a plan is made of, beside the judges.
///
/// @param steps each step in each state in which it can be finished last
/// @param whole all steps taken together; looked at after the steps
public record PlanMatter(Plan plan, Actor actor, Instant clock, Steps steps, Supplier<Whole> whole) {
    /// The same, each step turned into another as it passes.
    public PlanMatter map(UnaryOperator<StepMatter> turn) {
        return new PlanMatter(plan, actor, clock, each -> steps.forEach(step -> each.accept(turn.apply(step))), whole);
    }

    /// Steps, one after the other and always in the same order. There can be more than memory has room for.
    @FunctionalInterface
    public interface Steps {
        /// @throws dev.gatehouse.document.InvalidInputException where one cannot be made
        void forEach(Consumer<StepMatter> each);
    }

    /// A step in one of the states in which it can run.
    ///
    /// @param step its name
    /// @param after names of the steps that are done before it, in the order of the plan
    /// @param matter of the decision on it there
    /// @param touched what it touches
    /// @param owners of what it touches and of the matter's subjects, as far as they are known
    public record StepMatter(
            String step, List<String> after, Matter matter, Set<EntityRef> touched, Map<EntityRef, EntityRef> owners) {
        public StepMatter {
            after = List.copyOf(after);
            touched = Ordered.copyOf(touched);
            owners = Ordered.copyOf(owners);
        }

        /// The same for those of these gates that it was asked by.
        public StepMatter with(List<Gate> gates) {
            List<String> asked = matter.gates().stream().map(Gate::name).toList();
            List<Gate> others =
                    gates.stream().filter(gate -> asked.contains(gate.name())).toList();
            return new StepMatter(step, after, matter.with(others), touched, owners);
        }
    }

    /// All steps taken together.
    ///
    /// @param blast what they can hurt
    /// @param teams the owners of what they touch
    /// @param inFlight registered changes that share something with them
    public record Whole(Blast blast, Set<EntityRef> teams, List<InFlight> inFlight) {
        public Whole {
            teams = Ordered.copyOf(teams);
            inFlight = List.copyOf(inFlight);
        }
    }
}
