package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.util.List;

/// An immutable statement about one entity. It holds when things were observed, never how old that is: what
/// depends on the time asks [Day].
public sealed interface Fact extends Citable
        permits Subject,
                Needs,
                NeededBy,
                Sends,
                Receives,
                Objective,
                Outage,
                Composition,
                CriticalPath,
                Circle,
                Path,
                Grouping,
                Membership,
                Stage,
                Sums,
                Purpose,
                Day,
                Proposal,
                Touched,
                Lowered,
                Elsewhere,
                Blast,
                InFlight {
    /// The entity that the statement is about.
    EntityRef ref();

    /// Entities of which something is not known that the statement rests on; empty for most.
    default List<EntityRef> unknown() {
        return List.of();
    }
}
