package dev.gatehouse.findings;

import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.model.EntityRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Something that must be known before a rule is asked, since a pattern on a missing value would silently not match:
/// a part of the sheet, or an attribute of each fact in it (`subject.tier`, `needs.criticality`, `needs.other.tier`).
///
/// @param path names of record components below the part; empty asks that the part was read completely
public record Need(PartName part, List<String> path) {
    public Need {
        path = List.copyOf(path);
    }

    /// Reads `part` or `part.attribute…`; empty where there is no such part.
    public static Optional<Need> parse(String text) {
        String[] words = text.strip().split("\\.");
        return PartName.of(words[0])
                .map(part -> new Need(part, Arrays.asList(words).subList(1, words.length)));
    }

    @Override
    public String toString() {
        return path.isEmpty() ? part.word() : part.word() + "." + String.join(".", path);
    }

    /// The entities of the part's facts for which the attribute is missing; none where nothing is.
    public List<EntityRef> missing(Part facts) {
        return path.isEmpty()
                ? List.of()
                : facts.facts().stream()
                        .filter(fact -> Attributes.value(fact, path) == null)
                        .map(Fact::ref)
                        .toList();
    }
}
