package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.usecase.inprocess.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds what an import would let refer to nothing.
final class Dangling {
    private final Snapshot after;
    private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);

    private Dangling(Snapshot after) {
        this.after = after;
    }

    /// @throws InvalidInputException naming every reference out of what the difference puts, or into what it removes,
    ///     that would lead nowhere
    static void require(Snapshot before, Delta delta) {
        Snapshot after = before.with(delta);
        List<Diagnostic> unknown = new ArrayList<>();
        new Dangling(after).among(delta.puts().values()).values().forEach(unknown::addAll);
        unknown.addAll(Removals.stillNeeded(before, after, delta.removes()));
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
    }

    /// Takes out what refers to nothing, and then what refers to that, until all references lead somewhere.
    ///
    /// @return why each was taken out
    static Map<EntityRef, List<Diagnostic>> leaveOut(Snapshot before, Map<EntityRef, Declaration> puts) {
        Map<EntityRef, List<Diagnostic>> left = new TreeMap<>();
        Map<EntityRef, List<Diagnostic>> found;
        do {
            found = new Dangling(before.with(new Delta(puts, Set.of()))).among(puts.values());
            puts.keySet().removeAll(found.keySet());
            left.putAll(found);
        } while (!found.isEmpty());
        return left;
    }

    private Map<EntityRef, List<Diagnostic>> among(Collection<Declaration> declarations) {
        Map<EntityRef, List<Diagnostic>> dangling = new TreeMap<>();
        for (Declaration declaration : declarations) {
            declaration.entity().references().forEach(reference -> {
                if (after.find(reference.target()) == null) {
                    dangling.computeIfAbsent(declaration.ref(), _ -> new ArrayList<>())
                            .add(dangling(declaration, reference.target()));
                }
            });
        }
        return dangling;
    }

    private Diagnostic dangling(Declaration declaration, EntityRef target) {
        List<String> known = names.computeIfAbsent(
                target.kind(),
                kind -> Names.all(after, kind).map(one -> one.ref().shortName()).toList());
        Provenance at = declaration.provenance();
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                at.file(),
                at.line(),
                0,
                null,
                declaration.ref() + " refers to '" + target + "', which nobody declares",
                Nearest.cure(target.name(), known, "declare it, or import the source that does first"));
    }
}
