package dev.gatehouse.facts.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.Artifact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All the facts that a rule may look at about one subject in one environment.
///
/// @param parts those that a subject of its kind has
/// @param sources where the entities that the facts are about were declared; not judged, so a moved line changes no
///     finding
/// @param said what these declarations do not say of their entities themselves; not judged either
/// @param artifact set on the sheet of an artifact only
public record FactSheet(
        EntityRef subject,
        EntityRef environment,
        Map<PartName, Part> parts,
        Map<EntityRef, Provenance> sources,
        Map<EntityRef, List<Said>> said,
        @Nullable Artifact artifact) {
    public FactSheet {
        parts = Ordered.copyOf(parts);
        sources = Ordered.copyOf(sources);
        said = Ordered.copyOf(said);
    }

    public SubjectKind kind() {
        return SubjectKind.of(subject.kind());
    }

    /// Every fact on it, part after part.
    public Stream<Fact> facts() {
        return parts.values().stream().flatMap(part -> part.facts().stream());
    }

    /// Who says an attribute of an entity, or null.
    public @Nullable Provenance source(EntityRef ref, String attribute) {
        return said.getOrDefault(ref, List.of()).stream()
                .filter(elsewhere -> elsewhere.attributes().contains(attribute))
                .map(Said::at)
                .findFirst()
                .orElse(sources.get(ref));
    }

    /// The first fact of that type, or null.
    public <T extends Fact> @Nullable T first(Class<T> type) {
        return facts().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    /// True when what a judge sees is the same on both.
    public boolean judgesLike(FactSheet other) {
        return parts.equals(other.parts)
                && environment.equals(other.environment)
                && Objects.equals(artifact, other.artifact);
    }

    /// Reads what [Json] wrote.
    public static FactSheet read(byte[] json) {
        Stored stored = Json.read(json, Stored.class);
        Map<PartName, Part> parts = new EnumMap<>(PartName.class);
        stored.parts.forEach((name, part) -> parts.put(
                name,
                new Part(
                        part.facts.stream()
                                .<Fact>map(fact -> Json.fromTree(fact, name.type()))
                                .toList(),
                        part.complete)));
        return new FactSheet(stored.subject, stored.environment, parts, stored.sources, stored.said, stored.artifact);
    }

    private record Stored(
            EntityRef subject,
            EntityRef environment,
            Map<PartName, StoredPart> parts,
            Map<EntityRef, Provenance> sources,
            Map<EntityRef, List<Said>> said,
            @Nullable Artifact artifact) {}

    private record StoredPart(List<JsonNode> facts, boolean complete) {}

    /// The digest of the whole sheet, sources included, as it is stored with a record.
    public Digest digest() {
        return Json.digest(this);
    }
}
