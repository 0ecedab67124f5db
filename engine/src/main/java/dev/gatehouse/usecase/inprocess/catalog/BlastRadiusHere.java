package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.References;
import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.assembly.BlastFact;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.BlastRadius;
import dev.gatehouse.usecase.inprocess.Names;

/// Answers on the graph's newest revision.
public final class BlastRadiusHere implements BlastRadius {
    private final Access access;
    private final Graph graph;

    public BlastRadiusHere(Access access, Graph graph) {
        this.access = access;
        this.graph = graph;
    }

    @Override
    public Blast run(Actor actor, String component, int limit) {
        access.require(actor, "component:read", component);
        Snapshot snapshot = graph.head().snapshot();
        EntityRef ref = References.read(component, Kind.COMPONENT);
        Names.find(snapshot, ref);
        return BlastFact.of(ref, snapshot, limit);
    }
}
