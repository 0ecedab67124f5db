package dev.gatehouse.facts.change;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Looks for references that a change, as a whole, lets lead nowhere.
///
/// @param causes JSON pointers to the operations that put or removed an entity
record DanglingReferences(
        Snapshot before, Snapshot after, Delta delta, Map<EntityRef, String> causes, ChangeDiagnostics mistakes) {
    /// Every reference of what the change puts must lead somewhere, and nothing may need what it removes.
    ///
    /// @param environment the change's own, which is looked at already
    void find(EntityRef environment) {
        delta.puts()
                .values()
                .forEach(declaration -> declaration.entity().references().forEach(reference -> {
                    if (after.find(reference.target()) == null
                            && !reference.target().equals(environment)) {
                        mistakes.isThere(
                                after,
                                reference.target(),
                                declaration.ref().toString(),
                                pointer(declaration.ref(), reference.relation()));
                    }
                }));
        for (EntityRef removed : delta.removes()) {
            int number = before.indexOf(removed);
            if (number >= 0) {
                complainOfThoseLeft(removed, number);
            }
        }
    }

    /// To where the change makes an entity refer to something.
    private String pointer(EntityRef ref, Relation relation) {
        String operation = causes.getOrDefault(ref, "");
        return operation + (operation.endsWith("/declare") ? "/spec/" : "/") + relation.attribute(ref.kind());
    }

    private void complainOfThoseLeft(EntityRef removed, int number) {
        Set<String> left = new TreeSet<>();
        for (Relation relation : Relation.values()) {
            if (relation.isHistory()) {
                continue;
            }
            before.forEachSource(number, relation, source -> {
                Declaration declaration = after.at(source);
                if (declaration != null && refersTo(declaration.entity(), removed)) {
                    left.add(declaration.ref().toString());
                }
            });
        }
        if (!left.isEmpty()) {
            mistakes.add(
                    causes.getOrDefault(removed, ""),
                    "'" + removed + "' is removed, but still needed by " + String.join(", ", left),
                    "remove or alter those in the same change");
        }
    }

    private static boolean refersTo(Entity entity, EntityRef target) {
        return entity.references().stream()
                .anyMatch(reference -> reference.target().equals(target));
    }
}
