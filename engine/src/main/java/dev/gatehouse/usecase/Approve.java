package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import java.time.Duration;

/// Consents to what soft gates object to, or rejects the change.
public interface Approve {
    /// How long an approval holds unless somebody says otherwise.
    Duration USUAL = Duration.ofDays(7);

    /// Binds an approval to the decision's change and objections. Where the change is registered as proposed, and
    /// nothing else stands in its way, it is approved from now on.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is nothing to approve, or the approver is
    ///     who requested the change
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    Approval approve(Actor actor, String decisionId, String reason, Duration valid, boolean breakGlass);

    /// Keeps that the change was rejected, and why: approvals of it count no more, and where it is
    /// registered it is dropped.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException without a reason, or when what is registered
    ///     is a newer version
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    void reject(Actor actor, String decisionId, String reason);
}
