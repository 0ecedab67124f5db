package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Some findings under their gates.
///
/// @param gates each with those of its findings that are on this page; what a gate checked, did not know and failed at
///     stands on its first page only
/// @param next the cursor of the page that follows, null at the end
public record FindingPage(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<GateVerdict> gates,
        @Nullable String next) {
    public FindingPage {
        gates = List.copyOf(gates);
    }

    /// A place in the list: at a gate itself, or at one of its findings.
    ///
    /// @param number tells findings with the same key apart
    private record Place(String gate, String rule, @Nullable EntityRef subject, String key, int number) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::gate)
                .thenComparing(Place::rule)
                .thenComparing(Place::subject, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Place::key)
                .thenComparingInt(Place::number);
    }

    private record Item(
            Place place, GateVerdict gate, @Nullable Ruling finding) {}

    static FindingPage of(List<GateVerdict> gates, Paging paging) {
        Page<Item> page = paging.of(items(gates), Item::place, Place.ORDER, Place.class);
        Map<String, List<Item>> byGate = new LinkedHashMap<>();
        page.items()
                .forEach(item -> byGate.computeIfAbsent(item.gate().gate(), _ -> new ArrayList<>())
                        .add(item));
        return new FindingPage(byGate.values().stream().map(FindingPage::part).toList(), page.next());
    }

    private static List<Item> items(List<GateVerdict> gates) {
        List<Item> items = new ArrayList<>();
        for (GateVerdict gate : gates) {
            items.add(new Item(new Place(gate.gate(), "", null, "", 0), gate, null));
            Map<String, Integer> seen = new HashMap<>();
            for (Ruling finding : gate.findings()) {
                int number = seen.merge(finding.key(), 1, Integer::sum);
                Place place = new Place(gate.gate(), finding.ruleId(), finding.subject(), finding.key(), number);
                items.add(new Item(place, gate, finding));
            }
        }
        items.sort(Comparator.comparing(Item::place, Place.ORDER));
        return items;
    }

    private static GateVerdict part(List<Item> items) {
        GateVerdict whole = items.getFirst().gate();
        List<Ruling> findings = new ArrayList<>();
        items.forEach(item -> {
            if (item.finding() != null) {
                findings.add(item.finding());
            }
        });
        boolean first = items.getFirst().finding() == null;
        return new GateVerdict(
                whole.gate(),
                whole.verdict(),
                whole.score(),
                first ? whole.checked() : Map.of(),
                findings,
                first ? whole.unknowns() : List.of(),
                first ? whole.failed() : Map.of());
    }
}
