package dev.gatehouse.client;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.Approve;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is about changes and plans, asked of a server.
final class RemoteDecisions {
    private final Connection connection;
    private final RemoteRecords<DecisionRecord> records;
    private final RemoteRecords<PlanRecord> evaluations;

    RemoteDecisions(Connection connection) {
        this.connection = connection;
        this.records = new RemoteRecords<>(connection, List.of("decisions"), DecisionRecord.KIND);
        this.evaluations = new RemoteRecords<>(connection, List.of("plans", "evaluations"), PlanRecord.KIND);
    }

    RemoteRecords<DecisionRecord> records() {
        return records;
    }

    RemoteRecords<PlanRecord> evaluations() {
        return evaluations;
    }

    private record Body(
            @Nullable FileBody change,
            List<FileBody> head,
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
        return connection.post("/decisions", Map.of(), body(request), DecisionRecord.class);
    }

    private static Body body(Assess.Request request) {
        return switch (request.asked()) {
            case Assess.Written written ->
                new Body(
                        FileBody.of(written.document()),
                        List.of(),
                        null,
                        null,
                        FileBody.of(written.artifacts()),
                        request.environment(),
                        request.gates(),
                        request.at(),
                        request.register());
            case Assess.Head head ->
                new Body(
                        null,
                        FileBody.of(head.files()),
                        head.source(),
                        head.requestedBy(),
                        List.of(),
                        request.environment(),
                        request.gates(),
                        request.at(),
                        request.register());
        };
    }

    Explain.Explanation explain(Actor actor, String id, boolean fix) {
        return connection.get(
                records.path(id, "explanation"), Map.of("fix", String.valueOf(fix)), Explain.Explanation.class);
    }

    PlanRecord evaluate(Actor actor, EvaluatePlan.Request request) {
        PlanBody body = new PlanBody(FileBody.of(request.plan()), FileBody.of(request.artifacts()), request.at());
        return connection.post("/plans/evaluate", Map.of(), body, PlanRecord.class);
    }

    Approve approve() {
        return new Approve() {
            @Override
            public Approval approve(Actor actor, String id, String reason, Duration valid, boolean breakGlass) {
                return connection.post(
                        records.path(id, "approve"),
                        Map.of(),
                        new ApprovalBody(reason, valid, breakGlass),
                        Approval.class);
            }

            @Override
            public void reject(Actor actor, String id, String reason) {
                connection.post(records.path(id, "reject"), Map.of("reason", reason));
            }
        };
    }
}
