package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.Set;

/// The groups that a user is in; none where the document names none.
public record Membership(EntityRef ref, Set<EntityRef> groups) implements Fact {
    public Membership {
        groups = Ordered.copyOf(groups);
    }
}
