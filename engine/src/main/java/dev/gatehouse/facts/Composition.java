package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Composition.Term;
import dev.gatehouse.model.EntityRef;
import java.util.List;

/// The availability that the subject's hard dependencies allow it, and how that comes about. See
/// [Composition][dev.gatehouse.graph.traversal.Composition] for the formula.
///
/// @param ref the subject
/// @param availability between 0 and 1; an upper bound while something is unknown
/// @param terms each promise that it rests on, once, with the way to it
/// @param unknown what promises nothing and has nothing promised below it, or is needed in an unknown way
public record Composition(EntityRef ref, double availability, List<Term> terms, List<EntityRef> unknown)
        implements Fact {
    public Composition {
        terms = List.copyOf(terms);
        unknown = List.copyOf(unknown);
    }
}
