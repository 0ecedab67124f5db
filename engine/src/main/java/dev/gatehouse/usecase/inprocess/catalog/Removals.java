package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds who still refers to what is to be removed, incidents and registered changes apart.
public final class Removals {
    private Removals() {}

    /// One diagnostic for each entity that would be left with a reference into nothing.
    static List<Diagnostic> stillNeeded(Snapshot before, Snapshot after, Set<EntityRef> removed) {
        List<Diagnostic> left = new ArrayList<>();
        for (EntityRef gone : removed) {
            int number = before.indexOf(gone);
            for (Relation relation : Relation.values()) {
                if (relation.isHistory()) {
                    continue;
                }
                before.forEachSource(number, relation, source -> {
                    Declaration declaration = after.at(source);
                    if (declaration != null && refersTo(declaration, gone)) {
                        left.add(diagnostic(declaration, gone));
                    }
                });
            }
        }
        return left;
    }

    private static boolean refersTo(Declaration declaration, EntityRef target) {
        return declaration.entity().references().stream()
                .anyMatch(reference -> reference.target().equals(target));
    }

    private static Diagnostic diagnostic(Declaration declaration, EntityRef gone) {
        Provenance at = declaration.provenance();
        if (at.source().equals(WaiversHere.SOURCE)) {
            return Diagnostic.error(
                    "'" + gone + "' would go, but it is the owner of " + declaration.ref() + ", which was given here",
                    "withdraw that waiver first");
        }
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                at.file(),
                at.line(),
                0,
                null,
                "'" + gone + "' would go, but " + declaration.ref() + " (source '" + at.source()
                        + "') still refers to it",
                "remove that reference first");
    }
}
