package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Receives;
import dev.gatehouse.facts.Sends;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The facts about the edges of a component, each with the other end in brief.
record EdgeFacts(EnvironmentView view, int number, EntityRef component) {
    List<Needs> needs() {
        return dependencies(Edges::forEachOut, Needs::new);
    }

    List<NeededBy> neededBy() {
        return dependencies(Edges::forEachIn, NeededBy::new);
    }

    List<Sends> sends() {
        return flows(Edges::forEachOut, Sends::new);
    }

    List<Receives> receives() {
        return flows(Edges::forEachIn, Receives::new);
    }

    private <F extends Fact> List<F> dependencies(Walk walk, OfDependency<F> fact) {
        return facts(
                EdgeKind.DEPENDENCY,
                Dependency.class,
                walk,
                (d, other) -> fact.of(
                        d.ref(),
                        component,
                        other,
                        d.criticality(),
                        d.anyOf(),
                        d.protocol(),
                        d.timeout(),
                        d.retries(),
                        d.circuitBreaker(),
                        d.fallback(),
                        d.tags(),
                        d.observedAt()));
    }

    private <F extends Fact> List<F> flows(Walk walk, OfFlow<F> fact) {
        return facts(
                EdgeKind.FLOW,
                Flow.class,
                walk,
                (f, other) -> fact.of(f.ref(), component, other, f.carries(), f.protocol(), f.channel(), f.tags()));
    }

    private <E extends Entity, F extends Fact> List<F> facts(
            EdgeKind kind, Class<E> type, Walk walk, BiFunction<E, Brief, F> fact) {
        List<F> facts = new ArrayList<>();
        walk.forEach(view.snapshot().edges(kind), number, (edge, other) -> {
            E declared = Objects.requireNonNull(view.entity(edge, type), "edges are declared");
            facts.add(fact.apply(declared, view.component(other).brief()));
        });
        facts.sort(Comparator.comparing(Fact::ref));
        return facts;
    }

    /// Which way edges are followed from the component.
    private interface Walk {
        void forEach(Edges edges, int node, Edges.EdgeVisitor visitor);
    }

    /// A fact that shows a dependency from one of its ends.
    private interface OfDependency<F extends Fact> {
        F of(
                EntityRef ref,
                EntityRef subject,
                Brief other,
                @Nullable Criticality criticality,
                @Nullable String anyOf,
                @Nullable String protocol,
                @Nullable Duration timeout,
                @Nullable Integer retries,
                @Nullable Boolean circuitBreaker,
                @Nullable Boolean fallback,
                Set<String> tags,
                @Nullable Instant observedAt);
    }

    /// A fact that shows a flow from one of its ends.
    private interface OfFlow<F extends Fact> {
        F of(
                EntityRef ref,
                EntityRef subject,
                Brief other,
                Set<String> carries,
                @Nullable String protocol,
                @Nullable String channel,
                Set<String> tags);
    }
}
