package dev.gatehouse.verdict;

import dev.gatehouse.facts.assembly.RecordedInterests;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything that a decision is made of, beside the judges.
///
/// @param named what the change names or alters: an unknown about these counts against it
/// @param sheets those that differ, and those of what the change touches; sorted by subject
/// @param interests what the sheets were drawn for
/// @param readings when each source was last read
/// @param gates those that are asked; sorted by name
public record Matter(
        Change change,
        Actor actor,
        Instant clock,
        Set<EntityRef> named,
        List<SheetPair> sheets,
        RecordedInterests interests,
        Map<String, Reading> readings,
        List<Gate> gates,
        List<Waiver> waivers,
        List<Approval> approvals) {
    public Matter {
        named = Ordered.copyOf(named);
        sheets = List.copyOf(sheets);
        readings = Ordered.copyOf(readings);
        gates = List.copyOf(gates);
        waivers = List.copyOf(waivers);
        approvals = List.copyOf(approvals);
    }

    /// The same for other gates.
    public Matter with(List<Gate> others) {
        return new Matter(change, actor, clock, named, sheets, interests, readings, others, waivers, approvals);
    }

    public EntityRef environment() {
        return change.environment();
    }
}
