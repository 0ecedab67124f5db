package dev.gatehouse.usecase.inprocess.approval;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Texts;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Rejection;
import dev.gatehouse.usecase.Approve;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Keeps approvals, reviews of broken glass among them, and rejections, which void the approvals before them.
public final class ApproveHere implements Approve {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Access access;
    private final Records<DecisionRecord> records;
    private final Approvals approvals;
    private final BreakGlass review;
    private final Registrar registrar;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public ApproveHere(
            Access access,
            Records<DecisionRecord> records,
            Approvals approvals,
            BreakGlass review,
            Registrar registrar,
            InstantSource clock,
            Supplier<String> ids) {
        this.access = access;
        this.records = records;
        this.approvals = approvals;
        this.review = review;
        this.registrar = registrar;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Approval approve(Actor actor, String decisionId, String reason, Duration valid, boolean breakGlass) {
        access.require(actor, breakGlass ? "decision:break-glass" : "decision:approve", decisionId);
        DecisionRecord record = RecordLookup.find(records, DecisionRecord.KIND, decisionId);
        check(actor, record, reason, valid);
        requireObjections(actor, record, breakGlass);
        Instant now = clock.instant();
        Approval approval = new Approval(
                ids.get(),
                Json.digest(record.judgement().change()).value(),
                record.judgement().covers(),
                decisionId,
                actor.name(),
                reason,
                now,
                now.plus(valid),
                breakGlass);
        approvals.add(approval);
        if (record.judgement().goesAheadWhenApproved(breakGlass)) {
            registrar.approve(actor, record.judgement(), now);
        }
        return approval;
    }

    private static void check(Actor actor, DecisionRecord record, String reason, Duration valid) {
        Decision decision = record.judgement();
        EntityRef requester = decision.change().requestedBy();
        if (Approval.isOwn(actor.name(), record.decidedBy(), requester)) {
            throw new InvalidInputException(
                    "'" + actor.name() + "' asked for this decision, and nobody approves their own change",
                    "let somebody else with the role approver approve it");
        }
        requireReason("An approval", reason);
        if (valid.compareTo(SHORTEST) < 0 || valid.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    "An approval cannot hold for " + words(valid),
                    "give a time from a minute up to " + LONGEST.toDays() + " days");
        }
    }

    /// As either face takes it: `100000 days (PT2400000H)`.
    private static String words(Duration valid) {
        boolean days = valid.equals(Duration.ofDays(valid.toDays()));
        return days ? Count.of(valid.toDays(), "day") + " (" + valid + ")" : valid.toString();
    }

    private static void requireReason(String what, String reason) {
        if (reason.isBlank()) {
            throw new InvalidInputException(what + " needs a reason", "say why");
        }
        Texts.lines(reason).ifPresent(wrong -> {
            throw new InvalidInputException("The reason " + wrong.why(), wrong.cure());
        });
    }

    private void requireObjections(Actor actor, DecisionRecord record, boolean breakGlass) {
        Decision decision = record.judgement();
        boolean any = decision.findings().anyMatch(ruling -> ruling.yieldsTo(breakGlass));
        if (!any && !review.awaitsReview(decision, actor.name())) {
            throw new InvalidInputException(
                    "Nothing in decision " + record.decisionId() + " ("
                            + decision.verdict().word() + ") can be approved",
                    "an approval overrides what soft gates object to, and nothing else");
        }
    }

    @Override
    public void reject(Actor actor, String decisionId, String reason) {
        access.require(actor, "decision:reject", decisionId);
        requireReason("A rejection", reason);
        DecisionRecord record = RecordLookup.find(records, DecisionRecord.KIND, decisionId);
        Change change = record.judgement().change();
        Instant now = clock.instant();
        registrar.requireSame(change);
        // First what stops it: ended between the two, the change stands in the graph as before, and no approval holds.
        approvals.add(new Rejection(Json.digest(change).value(), decisionId, actor.name(), reason, now));
        registrar.drop(actor, change, now, reason);
    }
}
