package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Findings;
import dev.gatehouse.usecase.JudgedAt;
import dev.gatehouse.usecase.inprocess.GateChoice;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.usecase.inprocess.approval.BreakGlass;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Preparation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges every sheet of the graph's newest revision, as of now or another time, and tells what broken
/// glass awaits review.
public final class FindingsHere implements Findings {
    private final Access access;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final BreakGlass breakGlass;
    private final InstantSource clock;
    private volatile @Nullable Judged last;

    public FindingsHere(
            Access access, Graph graph, Supplier<JudgeSet> judges, BreakGlass breakGlass, InstantSource clock) {
        this.access = access;
        this.graph = graph;
        this.judges = judges;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    @Override
    public List<GateVerdict> run(
            Actor actor, @Nullable String environment, @Nullable String gate, @Nullable Instant at) {
        access.require(actor, "finding:read", "*");
        JudgeSet set = judges.get();
        List<Gate> gates = GateChoice.of(set.gates(), gate == null ? List.of() : List.of(gate));
        Snapshot snapshot = graph.head().snapshot();
        EntityRef named = Names.environment(environment);
        EntityRef where = named == null ? EntityRef.of(Kind.ENVIRONMENT, Environment.USUAL) : named;
        if (named != null) {
            Names.find(snapshot, where);
        }
        Instant asked = JudgedAt.checked(at);
        Instant time = asked != null ? asked : clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Judged now = judged(new Asked(snapshot, set, gates, where, time), actor);
        return breakGlass.addTo(now.verdicts, gates, where);
    }

    /// The last answer where the same is asked again, as page after page is.
    private Judged judged(Asked asked, Actor actor) {
        Judged known = last;
        if (known != null && known.asked.isSame(asked)) {
            return known;
        }
        Preparation preparation = new Preparation(asked.judges, asked.gates);
        Judged now = new Judged(
                asked,
                new Decider(asked.judges.judges())
                        .decide(preparation.standing(asked.snapshot, asked.environment, actor, asked.time))
                        .gates());
        last = now;
        return now;
    }

    private record Judged(Asked asked, List<GateVerdict> verdicts) {}

    private record Asked(Snapshot snapshot, JudgeSet judges, List<Gate> gates, EntityRef environment, Instant time) {
        /// Snapshots and judges do not change, so the same ones give the same answer.
        @SuppressWarnings("ReferenceEquality")
        boolean isSame(Asked other) {
            return snapshot == other.snapshot
                    && judges == other.judges
                    && gates.equals(other.gates)
                    && environment.equals(other.environment)
                    && time.equals(other.time);
        }
    }
}
