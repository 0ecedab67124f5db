package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.access.Access;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Entities;
import dev.gatehouse.usecase.inprocess.Names;
import java.util.Comparator;
import java.util.List;

/// Answers on the graph's newest revision.
public final class EntitiesHere implements Entities {
    private final Access access;
    private final Graph graph;

    public EntitiesHere(Access access, Graph graph) {
        this.access = access;
        this.graph = graph;
    }

    @Override
    public Declaration find(Actor actor, EntityRef ref) {
        access.require(actor, "entity:read", ref.toString());
        return Names.find(graph.head().snapshot(), ref);
    }

    @Override
    public List<Declaration> all(Actor actor, Kind kind) {
        access.require(actor, kind.word() + ":read", "*");
        return Names.all(graph.head().snapshot(), kind)
                .sorted(Comparator.comparing(Declaration::ref))
                .toList();
    }
}
