package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.util.List;

/// Components that need each other in a circle of hard dependencies.
///
/// @param ref the group, named after its first member
/// @param members sorted
/// @param path one shortest way around, closed
public record Circle(EntityRef ref, List<EntityRef> members, List<Hop> path) implements Fact {
    public Circle {
        members = List.copyOf(members);
        path = List.copyOf(path);
    }
}
