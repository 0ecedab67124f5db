package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Relation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person, as a member of groups.
public record User(EntityRef ref, @Nullable String title, Set<EntityRef> memberOf) implements Entity {
    public User {
        memberOf = Ordered.copyOf(memberOf);
    }

    @Override
    public List<Reference> references() {
        return memberOf.stream()
                .map(group -> new Reference(Relation.MEMBER_OF, group))
                .toList();
    }
}
