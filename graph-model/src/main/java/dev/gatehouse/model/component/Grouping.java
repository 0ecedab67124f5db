package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What gathers others: a system (components), a domain (systems), or a group (people: a team); `ref.kind()` tells.
///
/// @param owner the group answerable for it; a group has none
/// @param parent the domain above a system or a domain, the group above a group
public record Grouping(
        EntityRef ref,
        @Nullable String title,
        @Nullable EntityRef owner,
        @Nullable EntityRef parent) implements Entity {
    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (owner != null) {
            references.add(new Reference(Relation.OWNED_BY, owner));
        }
        if (parent != null) {
            references.add(new Reference(ref.kind() == Kind.SYSTEM ? Relation.PART_OF : Relation.CHILD_OF, parent));
        }
        return references;
    }
}
