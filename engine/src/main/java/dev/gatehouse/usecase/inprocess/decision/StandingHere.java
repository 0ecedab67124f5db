package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Standing;
import dev.gatehouse.usecase.inprocess.GateChoice;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.usecase.inprocess.approval.BreakGlass;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Preparation;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges every sheet of the graph's newest revision, and tells what broken glass awaits review.
public final class StandingHere implements Standing {
    private final Access access;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final BreakGlass breakGlass;
    private final InstantSource clock;

    public StandingHere(
            Access access, Graph graph, Supplier<JudgeSet> judges, BreakGlass breakGlass, InstantSource clock) {
        this.access = access;
        this.graph = graph;
        this.judges = judges;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    @Override
    public List<GateVerdict> run(Actor actor, @Nullable String environment, @Nullable String gate) {
        access.require(actor, "finding:read", "*");
        JudgeSet set = judges.get();
        List<Gate> gates = GateChoice.of(set.gates(), gate == null ? List.of() : List.of(gate));
        Snapshot snapshot = graph.head().snapshot();
        EntityRef where = Names.read(Objects.requireNonNullElse(environment, "production"), Kind.ENVIRONMENT);
        if (environment != null) {
            Names.find(snapshot, where);
        }
        Preparation preparation = new Preparation(set, gates);
        List<GateVerdict> verdicts = new Decider(set.judges())
                .decide(preparation.standing(snapshot, where, actor, clock.instant()))
                .gates();
        return breakGlass.addTo(verdicts, gates, where);
    }
}
