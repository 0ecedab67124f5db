package dev.gatehouse.cli.output.report;

import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.tool.SarifLog;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a finding is, as SARIF says it: entities of the graph are logical locations, the lines that declare
/// them physical ones.
final class SarifLocation {
    private SarifLocation() {}

    /// Where to look first.
    static List<Object> of(Ruling ruling, Written written) {
        return List.of(location(ruling.subject(), Place.of(ruling, written)));
    }

    /// The path that proves the finding, node by node.
    static List<Object> codeFlows(Ruling ruling, Written written) {
        List<Object> steps = new ArrayList<>();
        for (EntityRef node : PathDrawing.nodes(ruling.path())) {
            Map<String, Object> location = location(node, place(ruling, node, written));
            ruling.path().stream()
                    .filter(hop -> hop.from().equals(node))
                    .findFirst()
                    .ifPresent(hop -> location.put("message", SarifLog.text(sentence(hop))));
            steps.add(Map.of("location", location));
        }
        return List.of(Map.of("threadFlows", List.of(Map.of("locations", steps))));
    }

    private static String sentence(Hop hop) {
        return Wording.name(hop.from()) + " " + PathDrawing.word(hop) + " " + Wording.name(hop.to());
    }

    private static Optional<Place> place(Ruling ruling, EntityRef node, Written written) {
        return ruling.facts().stream()
                .filter(fact -> fact.ref().equals(node)
                        || ruling.path().stream()
                                .anyMatch(hop ->
                                        hop.from().equals(node) && hop.edge().equals(fact.ref())))
                .flatMap(fact -> Place.of(fact, written).stream())
                .findFirst();
    }

    private static Map<String, Object> location(EntityRef ref, Optional<Place> place) {
        Map<String, Object> location = new TreeMap<>();
        location.put(
                "logicalLocations",
                List.of(Map.of(
                        "name", ref.name(),
                        "fullyQualifiedName", ref.toString(),
                        "kind", ref.kind().word())));
        place.ifPresent(at -> location.put("physicalLocation", SarifLog.place(at.file(), at.line())));
        return location;
    }
}
