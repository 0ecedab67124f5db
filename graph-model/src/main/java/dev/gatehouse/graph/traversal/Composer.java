package dev.gatehouse.graph.traversal;

import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Need;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Dependency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Works out compositions; remembers those behind alternatives, so that each is worked out once.
final class Composer {
    /// How deep alternatives may stand behind alternatives; what is deeper is unknown.
    private static final int DEEPEST = 64;

    private static final Composition NOTHING = new Composition(1, List.of(), List.of(), List.of(), List.of());

    private final Snapshot snapshot;
    private final Edges edges;
    private final Map<Integer, Composition> done = new HashMap<>();
    private final Set<Integer> underWay = new HashSet<>();

    Composer(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.edges = snapshot.edges(EdgeKind.DEPENDENCY);
    }

    Composition compose(int root) {
        underWay.add(root);
        Composition composition = new Series(root).close();
        underWay.remove(root);
        return composition;
    }

    /// What an alternative is good for: its own promise, or what its hard dependencies leave it.
    private Composition alternative(int target) {
        Composition known = done.get(target);
        if (known != null) {
            return known;
        }
        EntityRef ref = Hop.ref(snapshot, target);
        Double promise = Promises.availability(snapshot, target);
        if (promise != null) {
            return new Composition(
                    promise, List.of(new Composition.Term(ref, promise, List.of())), List.of(), List.of(), List.of());
        }
        boolean tooDeep = underWay.contains(target) || underWay.size() >= DEEPEST;
        Composition below = tooDeep ? NOTHING : compose(target);
        boolean bottomless = below.terms().isEmpty() && below.alternatives().isEmpty();
        Composition whole = new Composition(
                below.availability(),
                below.terms(),
                below.alternatives(),
                with(below.unpromised(), ref),
                bottomless ? with(below.unknown(), ref) : below.unknown());
        if (!tooDeep) {
            done.put(target, whole);
        }
        return whole;
    }

    private static List<EntityRef> with(List<EntityRef> refs, EntityRef more) {
        Set<EntityRef> all = new TreeSet<>(refs);
        all.add(more);
        return List.copyOf(all);
    }

    /// Everything that one component needs in series.
    private final class Series {
        private final int root;
        private final Search search;
        private final List<Composition.Term> terms = new ArrayList<>();
        private final Map<Integer, Map<String, Set<Integer>>> groups = new HashMap<>();
        private final List<Composition.Alternatives> alternatives = new ArrayList<>();
        private final List<Integer> passed = new ArrayList<>();
        private final Set<Integer> grounded = new HashSet<>();
        private final Set<EntityRef> unpromised = new TreeSet<>();
        private final Set<EntityRef> unknown = new TreeSet<>();

        Series(int root) {
            this.root = root;
            this.search = Search.downstream(snapshot, edges, new int[] {root}, new Descent(snapshot));
        }

        Composition close() {
            look(root);
            IntStream.range(1, search.reached().size())
                    .map(search.reached()::number)
                    .forEach(this::meet);
            groups.forEach((from, byName) -> byName.forEach((name, targets) -> choose(from, name, targets)));
            ground();
            terms.sort(Comparator.naturalOrder());
            alternatives.sort(Comparator.comparing(Composition.Alternatives::from)
                    .thenComparing(Composition.Alternatives::group));
            double availability = 1;
            for (Composition.Term term : terms) {
                availability *= term.objective();
            }
            for (Composition.Alternatives group : alternatives) {
                availability *= group.availability();
            }
            return new Composition(availability, terms, alternatives, List.copyOf(unpromised), List.copyOf(unknown));
        }

        private void meet(int node) {
            EntityRef ref = Hop.ref(snapshot, node);
            Double promise = Promises.availability(snapshot, node);
            if (promise != null) {
                terms.add(new Composition.Term(ref, promise, search.path(node).reversed()));
                grounded.add(node);
            } else {
                unpromised.add(ref);
                passed.add(node);
                look(node);
            }
        }

        /// Gathers what is not followed in series.
        private void look(int node) {
            edges.forEachOut(node, (edge, other) -> {
                if (snapshot.need(edge) == Need.UNKNOWN) {
                    unknown.add(Hop.ref(snapshot, edge));
                } else if (snapshot.need(edge) == Need.ALTERNATIVE) {
                    groups.computeIfAbsent(node, _ -> new TreeMap<>())
                            .computeIfAbsent(group(edge), _ -> new HashSet<>())
                            .add(other);
                    grounded.add(node);
                }
            });
        }

        private String group(int edge) {
            Dependency dependency =
                    (Dependency) Objects.requireNonNull(snapshot.at(edge)).entity();
            return Objects.requireNonNull(dependency.anyOf());
        }

        private void choose(int from, String name, Set<Integer> targets) {
            List<Integer> ordered = new ArrayList<>(targets);
            ordered.sort(Comparator.comparing(target -> Hop.ref(snapshot, target)));
            double allGone = 1;
            Map<EntityRef, Composition.Term> behind = new TreeMap<>();
            for (int target : ordered) {
                Composition each = alternative(target);
                allGone *= 1 - each.availability();
                each.terms().forEach(term -> behind.put(term.component(), term));
                each.alternatives().forEach(group -> group.terms().forEach(t -> behind.put(t.component(), t)));
                unpromised.addAll(each.unpromised());
                unknown.addAll(each.unknown());
            }
            alternatives.add(new Composition.Alternatives(
                    Hop.ref(snapshot, from), name, 1 - allGone, List.copyOf(behind.values())));
        }

        /// Names every component without a promise from which no way leads to one.
        private void ground() {
            boolean changed = true;
            while (changed) {
                changed = passed.reversed().stream()
                        .filter(node -> !grounded.contains(node) && leadsToGround(node))
                        .map(grounded::add)
                        .reduce(false, Boolean::logicalOr);
            }
            passed.stream()
                    .filter(node -> !grounded.contains(node))
                    .forEach(node -> unknown.add(Hop.ref(snapshot, node)));
        }

        private boolean leadsToGround(int node) {
            boolean[] found = {false};
            edges.forEachOut(
                    node,
                    (edge, other) ->
                            found[0] |= other != root && grounded.contains(other) && snapshot.need(edge) == Need.HARD);
            return found[0];
        }
    }

    /// Follows needs without alternatives down to the first promise.
    private record Descent(Snapshot snapshot) implements Search.Step {
        @Override
        public boolean passes(int edge, int node) {
            return snapshot.need(edge) == Need.HARD;
        }

        @Override
        public boolean ends(int node) {
            return Promises.availability(snapshot, node) != null;
        }
    }
}
