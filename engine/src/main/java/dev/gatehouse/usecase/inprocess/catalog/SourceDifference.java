package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares what a source declares now with what it declared before.
///
/// @param delta what it puts and removes; what an incomplete reading lacks is kept
/// @param kept what it lacks and keeps
/// @param notes disagreements with other sources, which stay as they are; what of a part was left out, and why
public record SourceDifference(Delta delta, Set<EntityRef> kept, List<Diagnostic> notes) {
    private static final int REMOVABLE_SHARE = 10;

    /// Of a part, what refers to nothing is left out.
    ///
    /// @throws InvalidInputException naming every reference that leads nowhere, of a source read completely
    public static SourceDifference compare(Snapshot before, String source, CatalogReading reading, List<String> order) {
        Map<EntityRef, Declaration> puts = new TreeMap<>();
        List<Diagnostic> notes = new ArrayList<>();
        Set<EntityRef> declared = new TreeSet<>();
        for (Declaration declaration : reading.declarations()) {
            declared.add(declaration.ref());
            Declaration old = before.find(declaration.ref());
            if (old != null && !old.provenance().source().equals(source)) {
                notes.add(disagreement(old, declaration, order));
                if (!wins(source, old.provenance().source(), order)) {
                    continue;
                }
            }
            if (!declaration.equals(old)) {
                puts.put(declaration.ref(), declaration);
            }
        }
        if (reading.complete()) {
            Delta delta = new Delta(puts, missing(before, source, declared));
            Dangling.require(before, delta, reading.places());
            return new SourceDifference(delta, Set.of(), notes);
        }
        Dangling.leaveOut(before, puts, reading.places()).forEach((ref, why) -> {
            declared.remove(ref);
            notes.addAll(why);
        });
        return new SourceDifference(new Delta(puts, Set.of()), missing(before, source, declared), notes);
    }

    private static Set<EntityRef> missing(Snapshot before, String source, Set<EntityRef> declared) {
        Set<EntityRef> missing = new TreeSet<>(declaredBefore(before, source));
        missing.removeAll(declared);
        return missing;
    }

    /// What a difference puts that is new or other than before, a moved line apart.
    public static List<Declaration> altered(Snapshot before, Delta delta) {
        return delta.puts().values().stream()
                .filter(declaration -> {
                    Declaration old = before.find(declaration.ref());
                    return old == null || !old.entity().equals(declaration.entity());
                })
                .toList();
    }

    /// What the source declared until now.
    static Set<EntityRef> declaredBefore(Snapshot before, String source) {
        Set<EntityRef> declared = new TreeSet<>();
        for (int i = 0; i < before.size(); i++) {
            Declaration declaration = before.at(i);
            if (declaration != null && declaration.provenance().source().equals(source)) {
                declared.add(declaration.ref());
            }
        }
        return declared;
    }

    /// Earlier in the order wins; among sources that it does not name the one that was there first.
    private static boolean wins(String newer, String older, List<String> order) {
        int rank = order.indexOf(newer);
        int oldRank = order.indexOf(older);
        return rank >= 0 && (oldRank < 0 || rank < oldRank);
    }

    private static Diagnostic disagreement(Declaration old, Declaration now, List<String> order) {
        Provenance here = now.provenance();
        String winner = wins(here.source(), old.provenance().source(), order)
                ? here.source()
                : old.provenance().source();
        return new Diagnostic(
                Diagnostic.Severity.WARNING,
                here.file(),
                here.line(),
                0,
                null,
                now.ref() + " is declared by '" + old.provenance().source() + "' too (" + old.provenance()
                        + "); that of '" + winner + "' counts",
                "state the order of `sources:` in gatehouse.yaml, or declare it once");
    }

    /// A source that suddenly lacks much of what it had was probably not read from the right place.
    Optional<Diagnostic> refusal(Snapshot before, String source) {
        int had = declaredBefore(before, source).size();
        int gone = delta.removes().size();
        if (gone * REMOVABLE_SHARE <= had) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                "The source '" + source + "' would lose " + gone + " of its " + Count.of(had, "entity")
                        + ", more than a tenth: " + sample(delta.removes()),
                "check the paths; if it is meant, allow it by --allow-removals, over REST by allowRemovals"));
    }

    private static String sample(Set<EntityRef> refs) {
        List<String> first = refs.stream().limit(3).map(EntityRef::toString).toList();
        return String.join(", ", first) + (refs.size() > first.size() ? ", …" : "");
    }
}
