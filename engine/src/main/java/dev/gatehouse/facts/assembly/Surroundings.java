package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.InFlight;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What a change can hurt and what is in flight beside it, without judging it.
///
/// @param blast what it can hurt
/// @param inFlight registered changes that share something with it
public record Surroundings(Blast blast, List<InFlight> inFlight) {
    public static Surroundings of(ResolvedChange change, Actor actor, Instant clock) {
        RuleInterests interests = new RuleInterests(
                List.of(new RuleInterests.Interest(
                        SubjectKind.CHANGE, Set.of(PartName.BLAST, PartName.IN_FLIGHT), RuleInterests.When.ALWAYS)),
                Map.of());
        EnvironmentViews views = EnvironmentViews.of(change, change.change().environment());
        FactSheet sheet =
                new ChangeSheet(change, views, interests, actor, clock).build().build();
        return new Surroundings(
                Objects.requireNonNull(sheet.first(Blast.class)),
                sheet.facts()
                        .filter(InFlight.class::isInstance)
                        .map(InFlight.class::cast)
                        .toList());
    }
}
