package dev.gatehouse.cli.output.report;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.verdict.Ruling;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where changes stand in the file that they came in. Records know neither: the same change is the same in any file, on
/// any line.
///
/// @param file as the user named it; what the changes bring along stands beside it
/// @param lines by change, what its operations are about, and the change itself
public record Written(String file, Map<EntityRef, Map<EntityRef, Integer>> lines) {
    /// Of what came in no file.
    public static final Written NOWHERE = new Written("", Map.of());

    public Written {
        lines = Ordered.copyOf(lines);
    }

    /// Where a change says what is cited; none where a catalog says it.
    Optional<Place> of(Ruling.CitedFact fact) {
        if (fact.ref().kind() == Kind.ARTIFACT) {
            return of(fact.ref());
        }
        return fact.source() == null
                ? of(fact.ref())
                : lines.keySet().stream()
                        .filter(change -> fact.source().equals(Provenance.sourceOf(change)))
                        .findFirst()
                        .flatMap(change -> line(change, fact.ref()).or(() -> line(change, change)))
                        .map(this::place);
    }

    /// Where a change names it; of an artifact the whole file.
    Optional<Place> of(EntityRef ref) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (ref.kind() == Kind.ARTIFACT) {
            return Optional.of(new Place(
                    Path.of(file).resolveSibling(ref.name()).normalize().toString(), 0));
        }
        return lines.keySet().stream()
                .flatMap(change -> line(change, ref).stream())
                .findFirst()
                .map(this::place);
    }

    private Optional<Integer> line(EntityRef change, EntityRef ref) {
        return Optional.ofNullable(lines.get(change)).map(named -> named.get(ref));
    }

    private Place place(int line) {
        return new Place(file, line);
    }
}
