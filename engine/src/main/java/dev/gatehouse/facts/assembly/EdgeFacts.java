package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Receives;
import dev.gatehouse.facts.Sends;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/// The facts about the edges of a component, each with the other end in brief.
record EdgeFacts(View view, int number, EntityRef component) {
    List<Needs> needs() {
        return outgoing(
                EdgeKind.DEPENDENCY,
                Dependency.class,
                (d, other) -> new Needs(
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

    List<NeededBy> neededBy() {
        return incoming(
                EdgeKind.DEPENDENCY,
                Dependency.class,
                (d, other) -> new NeededBy(
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

    List<Sends> sends() {
        return outgoing(
                EdgeKind.FLOW,
                Flow.class,
                (f, other) -> new Sends(f.ref(), component, other, f.carries(), f.protocol(), f.channel(), f.tags()));
    }

    List<Receives> receives() {
        return incoming(
                EdgeKind.FLOW,
                Flow.class,
                (f, other) ->
                        new Receives(f.ref(), component, other, f.carries(), f.protocol(), f.channel(), f.tags()));
    }

    private <E extends Entity, F extends Fact> List<F> outgoing(
            EdgeKind kind, Class<E> type, BiFunction<E, Brief, F> fact) {
        List<F> facts = new ArrayList<>();
        view.snapshot().edges(kind).forEachOut(number, (edge, other) -> facts.add(fact(edge, other, type, fact)));
        facts.sort(Comparator.comparing(Fact::ref));
        return facts;
    }

    private <E extends Entity, F extends Fact> List<F> incoming(
            EdgeKind kind, Class<E> type, BiFunction<E, Brief, F> fact) {
        List<F> facts = new ArrayList<>();
        view.snapshot().edges(kind).forEachIn(number, (edge, other) -> facts.add(fact(edge, other, type, fact)));
        facts.sort(Comparator.comparing(Fact::ref));
        return facts;
    }

    private <E extends Entity, F extends Fact> F fact(
            int edge, int other, Class<E> type, BiFunction<E, Brief, F> fact) {
        return fact.apply(Objects.requireNonNull(view.entity(edge, type), "edges are declared"), view.brief(other));
    }
}
