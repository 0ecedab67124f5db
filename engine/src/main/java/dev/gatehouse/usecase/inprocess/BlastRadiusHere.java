package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.assembly.BlastFact;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.BlastRadius;
import java.util.List;
import java.util.Objects;

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
        EntityRef ref = parse(component);
        if (snapshot.find(ref) == null) {
            List<String> known = snapshot.all(ref.kind())
                    .mapToObj(snapshot::at)
                    .filter(Objects::nonNull)
                    .map(declaration -> declaration.ref().shortName())
                    .toList();
            throw new InvalidInputException(
                    "There is no '" + ref + "'", Nearest.cure(ref.name(), known, "import the source that declares it"));
        }
        return BlastFact.of(ref, snapshot, limit);
    }

    private static EntityRef parse(String component) {
        try {
            return EntityRef.parse(component, Kind.COMPONENT);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), "write kind:namespace/name");
        }
    }
}
