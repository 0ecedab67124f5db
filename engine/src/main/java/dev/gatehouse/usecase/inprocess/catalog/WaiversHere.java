package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.usecase.Waivers;
import dev.gatehouse.usecase.inprocess.Commits;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.verdict.JudgeSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Keeps waivers in the graph.
public final class WaiversHere implements Waivers {
    /// The source that waivers given one by one belong to.
    public static final String SOURCE = "gatehouse:waivers";

    private final Access access;
    private final Documents documents;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final InstantSource clock;

    /// @param judges those in force
    public WaiversHere(
            Access access, Documents documents, Graph graph, Supplier<JudgeSet> judges, InstantSource clock) {
        this.access = access;
        this.documents = documents;
        this.graph = graph;
        this.judges = judges;
        this.clock = clock;
    }

    @Override
    public List<Waiver> list(Actor actor) {
        access.require(actor, "waiver:read", "*");
        return Names.all(graph.head().snapshot(), Kind.WAIVER)
                .map(declaration -> (Waiver) declaration.entity())
                .toList();
    }

    @Override
    public List<Waiver> add(Actor actor, SourceFile file) {
        access.require(actor, "waiver:create", file.name());
        CatalogReading reading = documents.catalog(SOURCE, null, List.of(file)).orThrow();
        List<Declaration> given = reading.declarations();
        List<Diagnostic> unknownRules = WaiverSense.unknownRules(reading, judges.get(), Diagnostic.Severity.ERROR);
        Commits.commit(graph, before -> {
            List<Diagnostic> wrong = mistakes(reading, before);
            wrong.addAll(unknownRules);
            if (!wrong.isEmpty()) {
                throw new InvalidInputException(wrong);
            }
            return commit(actor, Delta.of(given), "waivers of " + file.name());
        });
        return given.stream().map(declaration -> (Waiver) declaration.entity()).toList();
    }

    private List<Diagnostic> mistakes(CatalogReading given, Snapshot before) {
        List<Diagnostic> wrong =
                new ArrayList<>(WaiverSense.of(given, before, clock.instant(), Diagnostic.Severity.ERROR));
        for (Declaration declaration : given.declarations()) {
            mistake(given, declaration, before).ifPresent(wrong::add);
            taken(given, declaration, before).ifPresent(wrong::add);
        }
        return wrong;
    }

    private static Optional<Diagnostic> mistake(CatalogReading given, Declaration declaration, Snapshot before) {
        if (!(declaration.entity() instanceof Waiver waiver)) {
            return Optional.of(Diagnostic.error(
                    given.places().of(declaration, "/kind"),
                    declaration.ref() + " is no waiver",
                    "import it with the source that it belongs to"));
        }
        return before.find(waiver.owner()) != null
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        given.places().of(declaration, "/spec/owner"),
                        waiver.ref() + ": there is no '" + waiver.owner() + "'",
                        "name a group or user that exists as the owner"));
    }

    /// A waiver is not replaced: what was accepted, by whom and until when, would be gone without a word.
    private static Optional<Diagnostic> taken(CatalogReading given, Declaration declaration, Snapshot before) {
        Declaration old = before.find(declaration.ref());
        if (old == null) {
            return Optional.empty();
        }
        Position at = given.places().of(declaration, "/metadata/name");
        return Optional.of(
                old.provenance().source().equals(SOURCE)
                        ? Diagnostic.error(
                                at,
                                "there is a '" + declaration.ref() + "' already",
                                "withdraw it first, or choose another name")
                        : Diagnostic.error(
                                at,
                                "'" + declaration.ref() + "' is declared by the source "
                                        + old.provenance().source(),
                                "change it there, or choose another name"));
    }

    @Override
    public void withdraw(Actor actor, EntityRef waiver) {
        access.require(actor, "waiver:withdraw", waiver.toString());
        Commits.commit(graph, before -> {
            Provenance given = Names.find(before, waiver).provenance();
            if (!given.source().equals(SOURCE)) {
                throw new InvalidInputException(
                        "'" + waiver + "' is declared by the source '" + given.source() + "' (" + given + ")",
                        "take it out there, and import that source again");
            }
            return commit(actor, new Delta(Map.of(), Set.of(waiver)), "withdrawal of " + waiver);
        });
    }

    private Graph.Commit commit(Actor actor, Delta delta, String message) {
        return new Graph.Commit(delta, List.of(), clock.instant(), actor.name(), message);
    }
}
