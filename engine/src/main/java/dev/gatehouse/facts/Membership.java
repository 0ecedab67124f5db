package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.Set;

/// The groups that a user is in; none for a user whom no group knows.
public record Membership(EntityRef ref, Set<EntityRef> groups) implements Fact {
    public Membership {
        groups = Ordered.copyOf(groups);
    }
}
