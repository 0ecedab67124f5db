package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Some findings under their gates, and beside them what was not known. The limit of a page is about these two.
///
/// @param gates each with those of its findings and unknowns that are on this page; what it failed at stands on its
///     first page only, and so does what it checked, where that is asked for
/// @param next the cursor of the page that follows, null at the end
public record FindingPage(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<GateVerdict> gates,
        @Nullable String next) {
    public FindingPage {
        gates = List.copyOf(gates);
    }

    /// A place in the list: at a gate itself, or at something that it says.
    ///
    /// @param key of a finding, or what is not known
    /// @param number tells those of the same key apart
    private record Place(String gate, String rule, @Nullable EntityRef subject, String key, int number) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::gate)
                .thenComparing(Place::rule)
                .thenComparing(Place::subject, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Place::key)
                .thenComparingInt(Place::number);
    }

    /// A gate itself has neither a finding nor an unknown.
    private record Item(
            Place place,
            GateVerdict gate,
            @Nullable Ruling finding,
            @Nullable Unknown unknown) {
        boolean isGate() {
            return finding == null && unknown == null;
        }
    }

    /// @param checked whether to tell what each gate checked, which can be longer than all else
    static FindingPage of(List<GateVerdict> gates, boolean checked, Paging paging) {
        Page<Item> page = paging.of(items(gates), Item::place, Place.ORDER, Place.class, item -> !item.isGate());
        Map<String, List<Item>> byGate = new LinkedHashMap<>();
        page.items()
                .forEach(item -> byGate.computeIfAbsent(item.gate().gate(), _ -> new ArrayList<>())
                        .add(item));
        return new FindingPage(
                byGate.values().stream().map(items -> part(items, checked)).toList(), page.next());
    }

    private static List<Item> items(List<GateVerdict> gates) {
        List<Item> items = new ArrayList<>();
        for (GateVerdict gate : gates) {
            String name = gate.gate();
            items.add(new Item(new Place(name, "", null, "", 0), gate, null, null));
            Map<Place, Integer> seen = new HashMap<>();
            for (Ruling finding : gate.findings()) {
                Place place = place(seen, name, finding.ruleId(), finding.subject(), finding.key());
                items.add(new Item(place, gate, finding, null));
            }
            for (Unknown unknown : gate.unknowns()) {
                String what = unknown.about() + " " + unknown.what() + " " + unknown.why();
                Place place = place(seen, name, unknown.ruleId(), unknown.subject(), what);
                items.add(new Item(place, gate, null, unknown));
            }
        }
        items.sort(Comparator.comparing(Item::place, Place.ORDER));
        return items;
    }

    private static Place place(Map<Place, Integer> seen, String gate, String rule, EntityRef subject, String key) {
        int number = seen.merge(new Place(gate, rule, subject, key, 0), 1, Integer::sum);
        return new Place(gate, rule, subject, key, number);
    }

    private static GateVerdict part(List<Item> items, boolean checked) {
        GateVerdict whole = items.getFirst().gate();
        boolean first = items.getFirst().isGate();
        return new GateVerdict(
                whole.gate(),
                whole.verdict(),
                whole.score(),
                first && checked ? whole.checked() : Map.of(),
                items.stream()
                        .flatMap(item -> Stream.ofNullable(item.finding()))
                        .toList(),
                items.stream()
                        .flatMap(item -> Stream.ofNullable(item.unknown()))
                        .toList(),
                first ? whole.failed() : Map.of());
    }
}
