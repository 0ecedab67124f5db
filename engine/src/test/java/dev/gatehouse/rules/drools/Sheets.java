package dev.gatehouse.rules.drools;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Criticality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Small sheets.
final class Sheets {
    static final EntityRef CHECKOUT = component("checkout");
    static final EntityRef PAYMENTS = component("payments");
    static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");

    private Sheets() {}

    static EntityRef component(String name) {
        return EntityRef.of(Kind.COMPONENT, name);
    }

    /// A sheet about the first fact's subject, each fact in its part.
    static FactSheet sheet(Fact... facts) {
        Map<PartName, List<Fact>> parts = new EnumMap<>(PartName.class);
        for (Fact fact : facts) {
            PartName part = Arrays.stream(PartName.values())
                    .filter(name -> name.type() == fact.getClass())
                    .findFirst()
                    .orElseThrow();
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(fact);
        }
        Map<PartName, Part> complete = new EnumMap<>(PartName.class);
        parts.forEach((name, list) -> complete.put(name, new Part(list, true)));
        return new FactSheet(facts[0].ref(), PRODUCTION, complete, Map.of(), Map.of(), null);
    }

    static Subject subject(EntityRef ref, @Nullable Integer tier, @Nullable Integer replicas) {
        return new Subject(
                ref, null, null, null, null, tier, Set.of(), Set.of(), Map.of(), Set.of(), true, null, replicas, null,
                null, null, null, null, null, null, null, null, Map.of());
    }

    static Needs needs(
            EntityRef from,
            EntityRef to,
            @Nullable Integer tier,
            @Nullable Criticality criticality,
            @Nullable String protocol,
            @Nullable Duration timeout) {
        Brief other = new Brief(to, null, tier, null, null, null, null, Set.of(), null);
        EntityRef edge = EntityRef.of(Kind.DEPENDENCY, from.name() + "-to-" + to.name());
        return new Needs(edge, from, other, criticality, null, protocol, timeout, null, null, null, Set.of(), null);
    }
}
