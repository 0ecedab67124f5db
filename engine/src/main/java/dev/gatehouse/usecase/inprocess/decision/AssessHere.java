package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Position;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Window;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.inprocess.ArtifactKinds;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.GateChoice;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.Records;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides on the graph's newest revision, and keeps the record.
public final class AssessHere implements Assess {
    private static final Position ENVIRONMENT = new Position(null, 0, 0, "/environment");

    private final Access access;
    private final Documents documents;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final Records<DecisionRecord> records;
    private final Supplier<List<Approval>> approvals;
    private final Registrar registrar;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final List<String> sources;

    /// @param judges those in force, asked anew for each decision
    /// @param approvals those that were given
    /// @param ids a new decision id at each call
    /// @param sources in the order in which they are believed where they disagree
    public AssessHere(
            Access access,
            Documents documents,
            Graph graph,
            Supplier<JudgeSet> judges,
            Records<DecisionRecord> records,
            Supplier<List<Approval>> approvals,
            Registrar registrar,
            InstantSource clock,
            Supplier<String> ids,
            List<String> sources) {
        this.access = access;
        this.documents = documents;
        this.graph = graph;
        this.judges = judges;
        this.records = records;
        this.approvals = approvals;
        this.registrar = registrar;
        this.clock = clock;
        this.ids = ids;
        this.sources = List.copyOf(sources);
    }

    @Override
    public DecisionRecord run(Actor actor, Request request) {
        Stopwatch watch = new Stopwatch(clock);
        Graph.State head = graph.head();
        Placed<Change> placed = change(request, head.snapshot());
        watch.lap("read");
        Change change = placed.value();
        access.require(actor, "decision:create", change.ref().toString());
        if (request.register()) {
            requireRegistrable(actor, request, change);
        }
        JudgeSet set = judges.get();
        ArtifactKinds.check(set, change.artifacts());
        List<Gate> gates = GateChoice.of(set.gates(), request.gates());
        watch.lap("judges");
        ResolvedChange resolved = ChangeResolver.resolve(change, head.snapshot(), EntityPatch::patched, placed.at());
        watch.lap("resolve");
        Instant at = Objects.requireNonNullElseGet(request.at(), clock::instant);
        requireToCome(change.window(), at);
        Matter matter = new Preparation(set, gates).matter(resolved, actor, at, approvals.get());
        watch.lap("assemble");
        Decision decision = new Decider(set.judges()).decide(matter);
        watch.lap("judge");
        Evidence.Stored evidence = Evidence.store(matter, set.judges());
        DecisionRecord record = new DecisionRecord(
                ids.get(),
                clock.instant(),
                actor.name(),
                watch.laps(),
                RecordContext.revision(head),
                RecordContext.readings(decision.findings(), matter.readings()),
                evidence.matter().value(),
                decision);
        records.keep(record, evidence.contents());
        if (request.register()) {
            registrar.register(actor, resolved, record);
        }
        return record;
    }

    private Placed<Change> change(Request request, Snapshot before) {
        EntityRef environment = Names.environment(request.environment());
        Placed<Change> change = switch (request.asked()) {
            case Written written -> documents.change(written.document(), written.artifacts(), environment);
            case Head head -> Placed.nowhere(change(head, before, environment));
        };
        return environment == null ? change : in(change, environment);
    }

    private Change change(Head head, Snapshot before, @Nullable EntityRef environment) {
        SourceNames.require(head.source());
        Reading last = before.readings().get(head.source());
        // Manifests are of the environment in which their source was read, whichever is judged in.
        EntityRef read = last == null ? environment : last.environment();
        return HeadChange.change(
                before,
                head,
                documents.catalog(head.source(), read, head.files()).orThrow(),
                environment == null ? EntityRef.of(Kind.ENVIRONMENT, Environment.USUAL) : environment,
                sources);
    }

    /// The environment then stands in the request.
    private static Placed<Change> in(Placed<Change> change, EntityRef environment) {
        return new Placed<>(
                change.value().in(environment),
                pointer -> pointer.equals("/spec/environment")
                        ? ENVIRONMENT
                        : change.at().apply(pointer));
    }

    private void requireRegistrable(Actor actor, Request request, Change change) {
        access.require(actor, "change:register", change.ref().toString());
        if (request.at() != null) {
            throw new InvalidInputException(
                    "A change cannot be registered as of another time",
                    "leave out either the time to judge at or the registration");
        }
        if (!request.gates().isEmpty()) {
            throw new InvalidInputException(
                    "A change is registered by what all gates say of it",
                    "leave out either the gates to ask or the registration");
        }
    }

    /// A window that is over says when a change was meant to be, and so nothing about when it is.
    private static void requireToCome(@Nullable Window window, Instant at) {
        if (window != null && !window.end().isAfter(at)) {
            throw new InvalidInputException(
                    "The change's window ended at " + window.end() + ", before " + at,
                    "give one that is to come, or the time to judge at");
        }
    }
}
