package dev.gatehouse.facts.sheet;

import dev.gatehouse.facts.Lowered;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Attributes of an entity that are said elsewhere than in its own declaration: in that of its deployment, of its SLO,
/// or by the change.
///
/// @param attributes as findings cite them
public record Said(Set<String> attributes, Provenance at) {
    public Said {
        attributes = Ordered.copyOf(attributes);
    }

    /// One for each who says something.
    ///
    /// @param said who says an attribute
    public static List<Said> together(Map<String, Provenance> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        Map<Provenance, Set<String>> together = new LinkedHashMap<>();
        said.forEach((attribute, at) ->
                together.computeIfAbsent(at, _ -> new TreeSet<>()).add(attribute));
        return together.entrySet().stream()
                .map(entry -> new Said(entry.getValue(), entry.getKey()))
                .toList();
    }

    /// The same, of how these were before the change.
    public Said before() {
        return new Said(
                attributes.stream()
                        .map(attribute -> attribute + Lowered.BEFORE)
                        .collect(Collectors.toUnmodifiableSet()),
                at);
    }
}
