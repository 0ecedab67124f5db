package dev.gatehouse.model.governance;

import java.time.Instant;

/// An owned, reasoned, expiring consent to what soft gates object to in one change.
///
/// @param change digest of the change that it is about
/// @param covers digest of the change and the findings that it consents to; a change that grows is not covered
/// @param decision the one that was shown to the approver
/// @param by the approver; never who requested the change
/// @param expires from then on it counts no more
/// @param breakGlass given in an emergency over hard objections too; leaves a finding until it is reviewed
public record Approval(
        String id,
        String change,
        String covers,
        String decision,
        String by,
        String reason,
        Instant at,
        Instant expires,
        boolean breakGlass) {}
