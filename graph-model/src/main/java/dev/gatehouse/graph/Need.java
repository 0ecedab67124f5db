package dev.gatehouse.graph;

import dev.gatehouse.model.component.Dependency;

/// What a dependency means for the one who needs, in the one word that traversals ask for.
public enum Need {
    /// It fails without.
    HARD,
    /// It fails without, unless an alternative of the same group (`anyOf`) is there.
    ALTERNATIVE,
    /// It degrades without.
    SOFT,
    /// Nobody said whether it fails or degrades.
    UNKNOWN,
    /// Seen in traffic and never declared: no need at all until somebody declares it.
    OBSERVED;

    /// The need that a dependency states.
    public static Need of(Dependency dependency) {
        if (dependency.observedAt() != null) {
            return OBSERVED;
        }
        return switch (dependency.criticality()) {
            case HARD -> dependency.anyOf() == null ? HARD : ALTERNATIVE;
            case SOFT -> SOFT;
            case null -> UNKNOWN;
        };
    }

    /// True for [#HARD] and [#ALTERNATIVE].
    public boolean isHard() {
        return this == HARD || this == ALTERNATIVE;
    }
}
