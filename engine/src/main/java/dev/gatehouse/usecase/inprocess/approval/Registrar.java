package dev.gatehouse.usecase.inprocess.approval;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.assembly.ResolvedChange;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.inprocess.Commits;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Keeps changes in the graph, so that later ones see them beside them.
public final class Registrar {
    /// The source that registered changes belong to.
    public static final String SOURCE = "gatehouse:changes";

    private static final Duration WITHOUT_WINDOW = Duration.ofDays(30);

    private final Graph graph;

    public Registrar(Graph graph) {
        this.graph = graph;
    }

    /// Notes a decided change: approved where it may go ahead, otherwise proposed.
    public void register(Actor actor, ResolvedChange resolved, Decision decision) {
        Change change = resolved.change();
        Instant expires = change.window() == null
                ? decision.clock().plus(WITHOUT_WINDOW)
                : change.window().end();
        boolean allowed = decision.verdict().compareTo(Verdict.WARN) <= 0;
        RegisteredChange registered = new RegisteredChange(
                change.ref(),
                change.title(),
                allowed ? RegisteredChange.State.APPROVED : RegisteredChange.State.PROPOSED,
                change.environment(),
                change.requestedBy(),
                change.window(),
                change.initiative(),
                Json.digest(change).value(),
                resolved.touched().keySet(),
                decision.clock(),
                expires);
        put(
                actor,
                registered,
                decision.clock(),
                "decided: " + decision.verdict().word());
    }

    private void put(Actor actor, RegisteredChange change, Instant at, String why) {
        Provenance provenance = new Provenance(SOURCE, null, 0, false);
        Delta delta = Delta.of(List.of(new Declaration(change, provenance)));
        String state = change.state().name().toLowerCase(Locale.ROOT);
        String message = change.ref() + " is " + state + ", " + why;
        Commits.commit(graph, new Graph.Commit(delta, List.of(), at, actor.name(), message));
    }

    /// Notes in the history that a change will not be made, and why; nothing where it was never registered.
    ///
    /// @throws InvalidInputException when what is registered is another version of it
    void drop(Actor actor, Change change, Instant at, String reason) {
        Declaration declaration = graph.head().snapshot().find(change.ref());
        if (declaration != null && declaration.entity() instanceof RegisteredChange old) {
            if (!old.digest().equals(Json.digest(change).value())) {
                throw new InvalidInputException(
                        "'" + change.ref() + "' was registered anew since this decision",
                        "reject the decision on the newer one");
            }
            put(
                    actor,
                    new RegisteredChange(
                            old.ref(),
                            old.title(),
                            RegisteredChange.State.DROPPED,
                            old.environment(),
                            old.requestedBy(),
                            old.window(),
                            old.initiative(),
                            old.digest(),
                            old.touches(),
                            old.registeredAt(),
                            old.expires()),
                    at,
                    "rejected: " + reason);
        }
    }
}
