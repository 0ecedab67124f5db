package dev.gatehouse.facts.sheet;

import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Word;

/// What a sheet, and so a rule, can be about.
public enum SubjectKind {
    /// A component, API, resource or external.
    COMPONENT,
    SYSTEM,
    TEAM,
    ENVIRONMENT,
    INITIATIVE,
    CYCLE,
    CHANGE,
    ARTIFACT;

    /// The kind of sheet that entities of a kind have.
    ///
    /// @throws IllegalArgumentException for kinds that have none (edges and what belongs to a component)
    public static SubjectKind of(Kind kind) {
        return switch (kind) {
            case COMPONENT, API, RESOURCE, EXTERNAL -> COMPONENT;
            case SYSTEM -> SYSTEM;
            case GROUP -> TEAM;
            case ENVIRONMENT -> ENVIRONMENT;
            case INITIATIVE -> INITIATIVE;
            case CYCLE -> CYCLE;
            case CHANGE -> CHANGE;
            case ARTIFACT -> ARTIFACT;
            case DOMAIN, USER, DEPLOYMENT, DEPENDENCY, FLOW, SLO, INCIDENT, BUDGET, CONTROL, WAIVER ->
                throw new IllegalArgumentException("There are no fact sheets about a " + kind.word());
        };
    }

    /// The word used in metadata and Rego: `component`.
    public String word() {
        return Word.of(this);
    }
}
