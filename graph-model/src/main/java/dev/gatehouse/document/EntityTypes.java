package dev.gatehouse.document;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;

/// The records that entities of each kind are.
public final class EntityTypes {
    private EntityTypes() {}

    /// @throws IllegalArgumentException for kinds that are never declared
    public static Class<? extends Entity> of(Kind kind) {
        return switch (kind) {
            case COMPONENT, API, RESOURCE, EXTERNAL -> Component.class;
            case SYSTEM, DOMAIN, GROUP -> Grouping.class;
            case USER -> User.class;
            case ENVIRONMENT -> Environment.class;
            case DEPLOYMENT -> Deployment.class;
            case DEPENDENCY -> Dependency.class;
            case FLOW -> Flow.class;
            case SLO -> Slo.class;
            case INCIDENT -> Incident.class;
            case BUDGET -> Budget.class;
            case INITIATIVE -> Initiative.class;
            case CONTROL -> Control.class;
            case WAIVER -> Waiver.class;
            case CHANGE -> RegisteredChange.class;
            case CYCLE, ARTIFACT ->
                throw new IllegalArgumentException("A '" + kind.word() + "' is never declared, so it cannot be read");
        };
    }
}
