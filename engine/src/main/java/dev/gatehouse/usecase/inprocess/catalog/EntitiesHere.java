package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.access.Access;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Entities;
import dev.gatehouse.usecase.inprocess.Names;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// Answers on the graph's newest revision.
public final class EntitiesHere implements Entities {
    private final Access access;
    private final Graph graph;
    private final InstantSource clock;

    public EntitiesHere(Access access, Graph graph, InstantSource clock) {
        this.access = access;
        this.graph = graph;
        this.clock = clock;
    }

    @Override
    public Declaration find(Actor actor, EntityRef ref) {
        access.require(actor, "entity:read", ref.toString());
        return now(Names.find(graph.head().snapshot(), ref));
    }

    @Override
    public List<Declaration> all(Actor actor, Kind kind) {
        access.require(actor, kind.word() + ":read", "*");
        return Names.all(graph.head().snapshot(), kind)
                .sorted(Comparator.comparing(Declaration::ref))
                .map(this::now)
                .toList();
    }

    /// A change moves on by itself.
    private Declaration now(Declaration declaration) {
        return declaration.entity() instanceof RegisteredChange change
                ? new Declaration(change.as(change.stateAt(clock.instant())), declaration.provenance())
                : declaration;
    }
}
