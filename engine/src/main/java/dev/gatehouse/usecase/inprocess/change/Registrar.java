package dev.gatehouse.usecase.inprocess.change;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.change.Fulfilment;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Word;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.change.RegisteredChange.State;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.inprocess.Commits;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps changes in the graph while they live, so that later ones see them beside them.
public final class Registrar {
    /// The source that registered changes belong to.
    public static final String SOURCE = "gatehouse:changes";

    private static final Duration WITHOUT_WINDOW = Duration.ofDays(30);

    private final Graph graph;
    private final Records<DecisionRecord> records;

    /// @param records of the decisions that changes are registered with
    public Registrar(Graph graph, Records<DecisionRecord> records) {
        this.graph = graph;
        this.records = records;
    }

    /// Notes a decided change: approved where it may go ahead, otherwise proposed.
    public void register(Actor actor, ResolvedChange resolved, DecisionRecord record) {
        Change change = resolved.change();
        Decision decision = record.judgement();
        Instant expires = change.window() == null
                ? decision.clock().plus(WITHOUT_WINDOW)
                : change.window().end();
        boolean allowed = decision.verdict().compareTo(Verdict.WARN) <= 0;
        RegisteredChange registered = new RegisteredChange(
                change.ref(),
                change.title(),
                allowed ? State.APPROVED : State.PROPOSED,
                change.environment(),
                change.requestedBy(),
                change.window(),
                change.initiative(),
                record.decisionId(),
                Json.digest(change).value(),
                resolved.touched().keySet(),
                decision.clock(),
                expires);
        Graph.Commit commit = commit(
                actor,
                registered,
                decision.clock(),
                "decided: " + decision.verdict().word());
        Commits.commit(graph, _ -> commit);
    }

    /// Notes that a proposed change may go ahead; nothing where it is not registered as it is, not proposed any more,
    /// or
    /// was registered by a decision of gates that this one did not ask.
    ///
    /// @param decision that its approvals let go ahead
    public void approve(Actor actor, Decision decision, Instant at) {
        Change change = decision.change();
        Commits.retry(() -> {
            Graph.State head = graph.head();
            RegisteredChange old = registered(head, change);
            if (old != null
                    && isSame(old, change)
                    && old.stateAt(at) == State.PROPOSED
                    && asked(decision).containsAll(asked(old))) {
                graph.commit(head.revision().number(), commit(actor, old.as(State.APPROVED), at, "by an approval"));
            }
            return head;
        });
    }

    private static Set<String> asked(Decision decision) {
        return decision.gates().stream().map(GateVerdict::gate).collect(Collectors.toSet());
    }

    private Set<String> asked(RegisteredChange registered) {
        return Optional.ofNullable(registered.decision())
                .flatMap(records::find)
                .map(record -> asked(record.judgement()))
                .orElse(Set.of());
    }

    /// That what is registered under the name of the change, if anything, is the change.
    ///
    /// @throws InvalidInputException when it is another version of it
    public void requireSame(Change change) {
        RegisteredChange old = registered(graph.head(), change);
        if (old != null && !isSame(old, change)) {
            throw new InvalidInputException(
                    "'" + change.ref() + "' was registered anew since this decision",
                    "reject the decision on the newer one");
        }
    }

    /// Notes that a change will not be made, and why; nothing where it is not registered as it is, or over.
    public void drop(Actor actor, Change change, Instant at, String reason) {
        Commits.retry(() -> {
            Graph.State head = graph.head();
            RegisteredChange old = registered(head, change);
            if (old != null && isSame(old, change) && old.isOpenAt(at)) {
                graph.commit(head.revision().number(), commit(actor, old.as(State.DROPPED), at, "rejected: " + reason));
            }
            return head;
        });
    }

    /// The changes that an architecture shows to be done, as they are then.
    public List<Declaration> done(Snapshot shown, Instant at) {
        return Names.all(shown, Kind.CHANGE)
                .filter(declaration -> declaration.entity() instanceof RegisteredChange change
                        && change.isOpenAt(at)
                        && isShown(change, shown))
                .map(declaration -> new Declaration(
                        ((RegisteredChange) declaration.entity()).as(State.DONE), declaration.provenance()))
                .toList();
    }

    private boolean isShown(RegisteredChange registered, Snapshot shown) {
        return registered.decision() != null
                && records.find(registered.decision())
                        .filter(record -> Fulfilment.of(record.judgement().change(), shown, EntityPatch::patched))
                        .isPresent();
    }

    private static @Nullable RegisteredChange registered(Graph.State head, Change change) {
        Declaration declaration = head.snapshot().find(change.ref());
        return declaration != null && declaration.entity() instanceof RegisteredChange old ? old : null;
    }

    private static boolean isSame(RegisteredChange registered, Change change) {
        return registered.digest().equals(Json.digest(change).value());
    }

    private static Graph.Commit commit(Actor actor, RegisteredChange change, Instant at, String why) {
        Provenance provenance = new Provenance(SOURCE, null, 0, false);
        Delta delta = Delta.of(List.of(new Declaration(change, provenance)));
        String state = Word.of(change.state());
        String message = change.ref() + " is " + state + ", " + why;
        return new Graph.Commit(delta, List.of(), at, actor.name(), message);
    }
}
