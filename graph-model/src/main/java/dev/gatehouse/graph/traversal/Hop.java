package dev.gatehouse.graph.traversal;

import dev.gatehouse.model.EntityRef;

/// One edge of a path.
///
/// @param from who needs, or sends
/// @param edge the dependency or flow
/// @param to who is needed, or receives
public record Hop(EntityRef from, EntityRef edge, EntityRef to) {}
