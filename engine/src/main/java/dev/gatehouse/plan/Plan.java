package dev.gatehouse.plan;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An immutable DAG of steps.
///
/// @param environment the one that it changes
/// @param requestedBy who answers for it; null means that nobody said
/// @param initiative why it is done; null means that nobody said
/// @param steps in the order of the document; names are unique, `needs` lead to no circle
public record Plan(
        String name,
        @Nullable String title,
        EntityRef environment,
        @Nullable EntityRef requestedBy,
        @Nullable EntityRef initiative,
        List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /// Who asks for a step: its owner, otherwise who answers for the plan; null when nobody said.
    public @Nullable EntityRef requester(Step step) {
        return step.owner() != null ? step.owner() : requestedBy;
    }

    /// What the change that a step makes is called.
    public EntityRef change(Step step) {
        return EntityRef.of(Kind.CHANGE, name + "." + step.name());
    }

    /// The smallest act that can be run and undone.
    ///
    /// @param needs names of the steps that must be done before
    /// @param operations what it does to the architecture; empty with `opaque` when nobody can say
    /// @param opaque its effect is not said: nothing about it can be judged
    /// @param handler what carries it out; null for what people do
    /// @param owner who does it; null takes the owner of what it touches
    /// @param gates those that it passes; empty means all
    /// @param approver whose approval it needs whatever the gates say; null means none
    /// @param compensation what undoes it; null means that nobody said
    /// @param irreversible why it cannot be undone; null where it can
    /// @param window when it is to be done; null means that nobody said
    public record Step(
            String name,
            @Nullable String title,
            List<String> needs,
            List<Operation> operations,
            List<Artifact> artifacts,
            boolean opaque,
            @Nullable String handler,
            @Nullable EntityRef owner,
            List<String> gates,
            @Nullable EntityRef approver,
            @Nullable Compensation compensation,
            @Nullable String irreversible,
            @Nullable Window window) {
        public Step {
            needs = List.copyOf(needs);
            operations = List.copyOf(operations);
            artifacts = List.copyOf(artifacts);
            gates = List.copyOf(gates);
        }

        /// What undoes a step.
        ///
        /// @param operations empty where nothing has to be done
        public record Compensation(List<Operation> operations) {
            public Compensation {
                operations = List.copyOf(operations);
            }
        }

        /// The same with the contents of its artifacts.
        public Step with(List<Artifact> loaded) {
            return new Step(
                    name,
                    title,
                    needs,
                    operations,
                    loaded,
                    opaque,
                    handler,
                    owner,
                    gates,
                    approver,
                    compensation,
                    irreversible,
                    window);
        }
    }
}
