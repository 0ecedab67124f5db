package dev.gatehouse.verdict;

import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Objective;
import dev.gatehouse.facts.Path;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.findings.Need;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at a rule's needs before its answer is trusted: a pattern on a missing value would silently not match.
final class Unknowns {
    private final Matter matter;

    Unknowns(Matter matter) {
        this.matter = matter;
    }

    List<Unknown> of(Rule rule, Gate gate, FactSheet sheet) {
        Set<Unknown> unknowns = new LinkedHashSet<>();
        for (Need need : rule.needs()) {
            Part part = sheet.parts().get(need.part());
            if (part == null) {
                if (sheet.artifact() == null) {
                    unknowns.add(unknown(rule, sheet, sheet.subject(), need, Unknown.Why.MISSING));
                }
                continue;
            }
            if (!part.complete()) {
                unknowns.add(unknown(rule, sheet, sheet.subject(), need, Unknown.Why.PARTIAL));
            }
            need.missing(part).forEach(about -> unknowns.add(unknown(rule, sheet, about, need, Unknown.Why.MISSING)));
            for (Fact fact : part.facts()) {
                if (!(fact instanceof Path path) || path.rule().equals(rule.id())) {
                    fact.unknown()
                            .forEach(about -> unknowns.add(unknown(rule, sheet, about, need, Unknown.Why.MISSING)));
                }
            }
            stale(gate, sheet, need, part)
                    .forEach(about -> unknowns.add(unknown(rule, sheet, about, need, Unknown.Why.STALE)));
        }
        return List.copyOf(unknowns);
    }

    private Unknown unknown(Rule rule, FactSheet sheet, EntityRef about, Need need, Unknown.Why why) {
        boolean named =
                matter.named().contains(about) || (matter.named().contains(sheet.subject()) && belongs(sheet, about));
        return new Unknown(
                rule.id(), sheet.subject(), about, need.toString(), why, named && !rule.shadow(), rule.shadow());
    }

    /// An SLO has no life of its own: what is unknown about it is unknown about its component.
    private static boolean belongs(FactSheet sheet, EntityRef about) {
        return sheet.facts()
                .anyMatch(fact -> fact instanceof Objective && fact.ref().equals(about));
    }

    private List<EntityRef> stale(Gate gate, FactSheet sheet, Need need, Part part) {
        List<EntityRef> stale = new ArrayList<>();
        Duration freshness = gate.freshness().get(need.part());
        for (Fact fact : part.facts()) {
            Instant observed = fact instanceof Objective objective ? objective.observedAt() : null;
            if (older(observed, freshness)
                    || (gate.readings() != null && older(read(sheet, fact.ref()), gate.readings()))) {
                stale.add(fact.ref());
            }
        }
        return stale;
    }

    private @Nullable Instant read(FactSheet sheet, EntityRef ref) {
        Provenance provenance = sheet.sources().get(ref);
        Reading reading = provenance == null ? null : matter.readings().get(provenance.source());
        return reading == null ? null : reading.at();
    }

    private boolean older(@Nullable Instant since, @Nullable Duration limit) {
        return since != null && limit != null && since.isBefore(matter.clock().minus(limit));
    }
}
