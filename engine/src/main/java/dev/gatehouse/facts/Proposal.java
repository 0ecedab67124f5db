package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Exact;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.change.Window;
import dev.gatehouse.model.governance.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The change itself.
///
/// @param environment where it is made
/// @param production whether customers depend on that environment; null is unknown
/// @param actor who has it judged, as their token says
/// @param requestedBy who answers for it
/// @param requesterGroups the groups that stand for the requester: itself, or those that the user is a member of
/// @param initiative null where it names none
/// @param time when it is judged, exactly
/// @param freeze reason of a freeze that its window (or, without one, the time) falls into; null where there is none
/// @param operations how many it has, by their words
/// @param carbonChange kilograms of CO2 equivalent a month by which it raises the known total
/// @param costChange by which it raises the known total a month
public record Proposal(
        EntityRef ref,
        EntityRef environment,
        @Nullable Boolean production,
        Actor actor,
        @Nullable EntityRef requestedBy,
        Set<EntityRef> requesterGroups,
        @Nullable Window window,
        @Nullable EntityRef initiative,
        Instant time,
        @Nullable String freeze,
        List<String> operations,
        BigDecimal carbonChange,
        BigDecimal costChange)
        implements Fact {
    public Proposal {
        requesterGroups = Ordered.copyOf(requesterGroups);
        operations = List.copyOf(operations);
        carbonChange = Exact.of(carbonChange);
        costChange = Exact.of(costChange);
    }
}
