package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.util.List;

/// The availability that the subject's hard dependencies allow it, and how that comes about.
///
/// @param ref the subject
/// @param availability product of the terms, between 0 and 1
/// @param complete false when a dependency on the way promises nothing: then the true figure can only be lower
/// @param terms each promise that it rests on, once
public record Composition(EntityRef ref, double availability, boolean complete, List<Term> terms) implements Fact {
    public Composition {
        terms = List.copyOf(terms);
    }

    /// A promise, and the way to it.
    public record Term(EntityRef component, double objective, List<Hop> path) {
        public Term {
            path = List.copyOf(path);
        }
    }
}
