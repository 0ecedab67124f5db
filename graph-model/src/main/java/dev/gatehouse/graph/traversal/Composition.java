package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import java.util.List;

/// The availability that the hard dependencies of a component leave it, by what those promise.
///
/// Hard declared dependencies are followed down to the first promise on each way (an availability SLO, the lowest where
/// there are several): it includes whatever stands below it. The promises found count in series, each once however many
/// ways lead to it; alternatives count in parallel. The formulas take failures as independent, which promises behind
/// several alternatives are not: for those the result is an approximation from above. They are those of reliability
/// block diagrams: series `a1 · a2 · …`, parallel `1 − (1 − a1) · (1 − a2) · …` (K. Trivedi, "Probability and
/// Statistics with Reliability, Queuing, and Computer Science Applications", 2nd ed. 2002, section 1.9; AWS
/// Well-Architected Framework, Reliability Pillar, "Availability").
///
/// @param availability between 0 and 1; an upper bound where the composition is not complete
/// @param terms the promises in series, sorted by component
/// @param alternatives the groups of alternatives, sorted by owner and name
/// @param unpromised components without a promise that were passed on the way, taken as perfect themselves; sorted
/// @param unknown what stands in the way of an answer, sorted: a component without a promise below which there is no
///     promise either, or a dependency of unknown criticality
public record Composition(
        double availability,
        List<Term> terms,
        List<Alternatives> alternatives,
        List<EntityRef> unpromised,
        List<EntityRef> unknown) {
    public Composition {
        terms = List.copyOf(terms);
        alternatives = List.copyOf(alternatives);
        unpromised = List.copyOf(unpromised);
        unknown = List.copyOf(unknown);
    }

    /// The composition of the entity with that number; its own promise plays no part.
    public static Composition of(Snapshot snapshot, int node) {
        return new Composer(snapshot).compose(node);
    }

    /// True when nothing is unknown.
    public boolean complete() {
        return unknown.isEmpty();
    }

    /// The numbers, ascending, of those whose composition can change when the promise or the hard dependencies of the
    /// entity change: itself, and who needs it, up to and including the first promise on each way.
    public static int[] dependents(Snapshot snapshot, int node) {
        return Dependents.of(
                snapshot,
                node,
                edge -> counts(snapshot, edge),
                (_, above) -> Promises.availability(snapshot, above) == null);
    }

    /// Whether the dependency with that number plays a part in the composition of the one who needs.
    public static boolean counts(Snapshot snapshot, int dependency) {
        return switch (snapshot.need(dependency)) {
            case HARD, ALTERNATIVE, UNKNOWN -> true;
            case SOFT, OBSERVED -> false;
        };
    }

    /// One promise that counts.
    ///
    /// @param path a shortest way to it
    public record Term(EntityRef component, double objective, List<Hop> path) implements Comparable<Term> {
        public Term {
            path = List.copyOf(path);
        }

        @Override
        public int compareTo(Term other) {
            return component.compareTo(other.component);
        }
    }

    /// A group of alternatives that counts as one.
    ///
    /// @param from who can choose among them
    /// @param group the name of the group
    /// @param terms the promises behind the alternatives, sorted
    public record Alternatives(EntityRef from, String group, double availability, List<Term> terms) {
        public Alternatives {
            terms = List.copyOf(terms);
        }
    }
}
