package dev.gatehouse.client;

import dev.gatehouse.document.Result;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.usecase.Approve;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.Decisions;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.KeptRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is about changes and plans, asked of a server.
final class RemoteDecisions {
    private static final String DECISIONS = "decisions";

    private final Connection connection;

    RemoteDecisions(Connection connection) {
        this.connection = connection;
    }

    private record Body(
            @Nullable FileBody change,
            @Nullable List<FileBody> head,
            @Nullable String source,
            @Nullable String requestedBy,
            List<FileBody> artifacts,
            @Nullable String environment,
            List<String> gates,
            @Nullable Instant at,
            boolean register) {}

    private record ApprovalBody(String reason, Duration valid, boolean breakGlass) {}

    private record PlanBody(
            FileBody plan,
            List<FileBody> artifacts,
            @Nullable Instant at) {}

    DecisionRecord assess(Actor actor, Assess.Request request) {
        Body body = new Body(
                request.change() == null ? null : FileBody.of(request.change()),
                request.head() == null ? null : FileBody.of(request.head()),
                request.source(),
                request.requestedBy(),
                FileBody.of(request.artifacts()),
                request.environment(),
                request.gates(),
                request.at(),
                request.register());
        return connection.post("/decisions", Map.of(), body, DecisionRecord.class);
    }

    Decisions lookup() {
        return new Decisions() {
            @Override
            public DecisionRecord find(Actor actor, String id) {
                return connection.get(Connection.path(DECISIONS, id), Map.of(), DecisionRecord.class);
            }

            @Override
            public KeptRecord export(Actor actor, String id) {
                return connection.get(Connection.path(DECISIONS, id, "evidence"), Map.of(), KeptRecord.class);
            }
        };
    }

    Explain.Explanation explain(Actor actor, String id, boolean fix) {
        return connection.get(
                Connection.path(DECISIONS, id, "explanation"),
                Map.of("fix", String.valueOf(fix)),
                Explain.Explanation.class);
    }

    PlanEvaluation evaluate(Actor actor, EvaluatePlan.Request request) {
        PlanBody body = new PlanBody(FileBody.of(request.plan()), FileBody.of(request.artifacts()), request.at());
        return connection.post("/plans/evaluate", Map.of(), body, PlanEvaluation.class);
    }

    Replay replay() {
        return new Replay() {
            @Override
            public Result run(Actor actor, String id) {
                return again(id, false);
            }

            @Override
            public Result runWithCurrentRules(Actor actor, String id) {
                return again(id, true);
            }
        };
    }

    private Replay.Result again(String id, boolean currentRules) {
        return connection.post(
                Connection.path(DECISIONS, id, "replay"),
                Map.of("currentRules", String.valueOf(currentRules)),
                Map.of(),
                Replay.Result.class);
    }

    Approve approve() {
        return new Approve() {
            @Override
            public Approval approve(Actor actor, String id, String reason, Duration valid, boolean breakGlass) {
                return connection.post(
                        Connection.path(DECISIONS, id, "approve"),
                        Map.of(),
                        new ApprovalBody(reason, valid, breakGlass),
                        Approval.class);
            }

            @Override
            public void reject(Actor actor, String id, String reason) {
                connection.post(Connection.path(DECISIONS, id, "reject"), Map.of("reason", reason));
            }
        };
    }
}
