package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.catalog.Places;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.UnknownEntity;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
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
    private final Places places;
    private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);

    private Dangling(Snapshot after, Places places) {
        this.after = after;
        this.places = places;
    }

    /// @param places those of what the difference puts
    /// @throws InvalidInputException naming every reference out of what the difference puts, or into what
    ///     it removes, that would lead nowhere
    static void require(Snapshot before, Delta delta, Places places) {
        Snapshot after = before.with(delta);
        List<Diagnostic> unknown = new ArrayList<>();
        new Dangling(after, places).among(delta.puts().values()).values().forEach(unknown::addAll);
        unknown.addAll(Removals.stillNeeded(before, after, delta.removes()));
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
    }

    /// Takes out what refers to nothing, and then what refers to that, until all references lead somewhere.
    ///
    /// @return why each was taken out
    static Map<EntityRef, List<Diagnostic>> leaveOut(Snapshot before, Map<EntityRef, Declaration> puts, Places places) {
        Map<EntityRef, List<Diagnostic>> left = new TreeMap<>();
        Map<EntityRef, List<Diagnostic>> found;
        do {
            found = new Dangling(before.with(new Delta(puts, Set.of())), places).among(puts.values());
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
                            .add(dangling(declaration, reference));
                }
            });
        }
        return dangling;
    }

    private Diagnostic dangling(Declaration declaration, Entity.Reference reference) {
        EntityRef target = reference.target();
        List<String> known = names.computeIfAbsent(
                target.kind(),
                kind -> Names.all(after, kind).map(one -> one.ref().shortName()).toList());
        return Diagnostic.error(
                places.of(declaration, reference),
                declaration.ref() + " refers to '" + target + "', which nobody declares",
                UnknownEntity.cure(after, target, known, "declare it, or import the source that does first"));
    }
}
