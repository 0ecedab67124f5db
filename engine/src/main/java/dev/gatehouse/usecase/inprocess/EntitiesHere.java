package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Entities;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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
        Snapshot snapshot = graph.head().snapshot();
        Declaration declaration = snapshot.find(ref);
        if (declaration == null) {
            List<String> known = all(snapshot, ref.kind()).stream()
                    .map(one -> one.ref().shortName())
                    .toList();
            throw new InvalidInputException(
                    "There is no '" + ref + "'", Nearest.cure(ref.name(), known, "import the source that declares it"));
        }
        return declaration;
    }

    @Override
    public List<Declaration> all(Actor actor, Kind kind) {
        access.require(actor, kind.word() + ":read", "*");
        return all(graph.head().snapshot(), kind);
    }

    private static List<Declaration> all(Snapshot snapshot, Kind kind) {
        return snapshot.all(kind)
                .mapToObj(snapshot::at)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Declaration::ref))
                .toList();
    }
}
