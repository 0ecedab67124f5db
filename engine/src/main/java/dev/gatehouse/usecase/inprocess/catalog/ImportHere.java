package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.EditedException;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.inprocess.Commits;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.verdict.JudgeSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Imports into a graph.
public final class ImportHere implements Import {
    private static final String OWN = "gatehouse:";

    private final Access access;
    private final Documents documents;
    private final Graph graph;
    private final Registrar registrar;
    private final Supplier<Optional<JudgeSet>> judges;
    private final InstantSource clock;
    private final List<String> order;

    /// @param judges those in force, empty where nobody has read them yet: then waivers are not held against them
    /// @param order names of sources, the first wins where two declare the same
    public ImportHere(
            Access access,
            Documents documents,
            Graph graph,
            Registrar registrar,
            Supplier<Optional<JudgeSet>> judges,
            InstantSource clock,
            List<String> order) {
        this.access = access;
        this.documents = documents;
        this.graph = graph;
        this.registrar = registrar;
        this.judges = judges;
        this.clock = clock;
        this.order = List.copyOf(order);
    }

    @Override
    public Result run(Actor actor, Request request) {
        access.require(actor, "catalog:import", request.source());
        SourceNames.require(request.source());
        if (request.source().startsWith(OWN)) {
            throw new InvalidInputException(
                    "'" + request.source() + "' is a source of Gatehouse's own", "give the source another name");
        }
        CatalogReading whole =
                documents.catalog(request.source(), Names.environment(request.environment()), request.files());
        CatalogReading reading = request.partial() ? whole.partOrThrow() : whole.orThrow();
        if (!request.dryRun()) {
            mendEdits();
        }
        return Commits.retry(() -> attempt(actor, request, reading));
    }

    /// An import is what mends a store that was edited past us: then what was edited is written anew first.
    private void mendEdits() {
        try {
            graph.head();
        } catch (EditedException _) {
            graph.restore();
        }
    }

    private Result attempt(Actor actor, Request request, CatalogReading reading) {
        Graph.State head = graph.head();
        Snapshot before = head.snapshot();
        SourceDifference compared = SourceDifference.compare(before, request.source(), reading, order);
        Diagnostic refusal = request.allowRemovals()
                ? null
                : compared.refusal(before, request.source()).orElse(null);
        if (refusal != null && !request.dryRun()) {
            throw new InvalidInputException(List.of(refusal));
        }
        if (altersWaivers(before, compared.delta())) {
            access.require(actor, "waiver:create", request.source());
        }
        Snapshot after = before.with(compared.delta());
        List<Declaration> done = registrar.done(after, clock.instant());
        long revision = head.revision().number();
        if (!request.dryRun()) {
            Reading now = new Reading(
                    request.source(), clock.instant(), reading.complete(), Names.environment(request.environment()));
            String message = "import of " + request.source();
            Delta delta = done.isEmpty() ? compared.delta() : compared.delta().then(Delta.of(done));
            Graph.Commit commit = new Graph.Commit(delta, List.of(now), clock.instant(), actor.name(), message);
            revision = graph.commit(revision, commit).revision().number();
        }
        List<Diagnostic> notes = new ArrayList<>(reading.diagnostics());
        notes.addAll(compared.notes());
        notes.addAll(waiverNotes(reading, after));
        if (reading.declarations().stream().anyMatch(one -> one.ref().kind() == Kind.ENVIRONMENT)) {
            judges.get().ifPresent(set -> notes.addAll(GateSense.unknownEnvironments(after, set)));
        }
        done.forEach(change -> notes.add(
                Diagnostic.note(Position.NOWHERE, change.ref() + " is done: all that it was to bring is there", null)));
        return result(request, reading, compared, before, revision, notes, refusal);
    }

    /// Whoever keeps waivers in files may leave those standing that are over; here that is told, and stops nobody.
    private List<Diagnostic> waiverNotes(CatalogReading reading, Snapshot after) {
        if (!WaiverSense.isIn(reading.declarations())) {
            return List.of();
        }
        List<Diagnostic> notes =
                new ArrayList<>(WaiverSense.of(reading, after, clock.instant(), Diagnostic.Severity.WARNING));
        judges.get()
                .ifPresent(set -> notes.addAll(WaiverSense.unknownRules(reading, set, Diagnostic.Severity.WARNING)));
        return notes;
    }

    private static boolean altersWaivers(Snapshot before, Delta delta) {
        return Stream.concat(
                        SourceDifference.altered(before, delta).stream().map(Declaration::ref),
                        delta.removes().stream())
                .anyMatch(ref -> ref.kind() == Kind.WAIVER);
    }

    private static Result result(
            Request request,
            CatalogReading reading,
            SourceDifference compared,
            Snapshot before,
            long revision,
            List<Diagnostic> notes,
            @Nullable Diagnostic refusal) {
        Delta delta = compared.delta();
        List<EntityRef> added = delta.puts().keySet().stream()
                .filter(ref -> before.find(ref) == null)
                .toList();
        List<EntityRef> altered = SourceDifference.altered(before, delta).stream()
                .map(Declaration::ref)
                .filter(ref -> before.find(ref) != null)
                .toList();
        return new Result(
                request.source(),
                revision,
                reading.complete(),
                added,
                altered,
                List.copyOf(delta.removes()),
                List.copyOf(compared.kept()),
                notes,
                refusal);
    }
}
