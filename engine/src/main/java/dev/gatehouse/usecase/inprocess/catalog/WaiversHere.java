package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.usecase.Waivers;
import dev.gatehouse.usecase.inprocess.Commits;
import dev.gatehouse.usecase.inprocess.Documents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Keeps waivers in the graph.
public final class WaiversHere implements Waivers {
    /// The source that waivers given one by one belong to.
    public static final String SOURCE = "gatehouse:waivers";

    private final Access access;
    private final Documents documents;
    private final Graph graph;
    private final InstantSource clock;

    public WaiversHere(Access access, Documents documents, Graph graph, InstantSource clock) {
        this.access = access;
        this.documents = documents;
        this.graph = graph;
        this.clock = clock;
    }

    @Override
    public List<Waiver> list(Actor actor) {
        access.require(actor, "waiver:read", "*");
        Snapshot snapshot = graph.head().snapshot();
        return snapshot.all(Kind.WAIVER)
                .mapToObj(snapshot::at)
                .filter(Objects::nonNull)
                .map(declaration -> (Waiver) declaration.entity())
                .toList();
    }

    @Override
    public List<Waiver> add(Actor actor, SourceFile file) {
        access.require(actor, "waiver:create", file.name());
        CatalogReading reading = documents.catalog(SOURCE, null, List.of(file)).orThrow();
        Snapshot before = graph.head().snapshot();
        List<Diagnostic> wrong = new ArrayList<>();
        for (Declaration declaration : reading.declarations()) {
            if (!(declaration.entity() instanceof Waiver waiver)) {
                wrong.add(Diagnostic.error(
                        declaration.ref() + " is no waiver", "import it with the source that it belongs to"));
            } else if (before.find(waiver.owner()) == null) {
                wrong.add(Diagnostic.error(
                        waiver.ref() + ": there is no '" + waiver.owner() + "'",
                        "name a group that exists as the owner"));
            }
            Declaration old = before.find(declaration.ref());
            if (old != null && !old.provenance().source().equals(SOURCE)) {
                wrong.add(Diagnostic.error(
                        "'" + declaration.ref() + "' is declared by the source "
                                + old.provenance().source(),
                        "change it there, or choose another name"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        Graph.Commit commit = new Graph.Commit(
                Delta.of(reading.declarations()),
                List.of(),
                clock.instant(),
                actor.name(),
                "waivers of " + file.name());
        Commits.commit(graph, commit);
        return reading.declarations().stream()
                .map(declaration -> (Waiver) declaration.entity())
                .toList();
    }
}
