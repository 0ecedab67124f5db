package dev.gatehouse.model.governance;

import dev.gatehouse.model.EntityRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        boolean breakGlass) {
    /// Whether whoever gives it asks for the change, or asked for the decision: nobody approves their own.
    ///
    /// @param by the approver
    /// @param asker who asked for the decision
    /// @param requester who answers for the change; null where nobody said
    public static boolean isOwn(String by, String asker, @Nullable EntityRef requester) {
        return by.equals(asker) || (requester != null && by.equals(requester.name()));
    }

    /// Which of those given holds at a time: the one that overrides most. Nobody's own counts for them, whoever's
    /// decision it was given on.
    ///
    /// @param covers digest of what is to be consented to
    /// @param asker who asks for the decision
    /// @param requester who answers for the change; null where nobody said
    public static Optional<Approval> holding(
            Collection<Approval> given, String covers, Instant at, String asker, @Nullable EntityRef requester) {
        return covering(given, covers, at, approval -> !isOwn(approval.by, asker, requester));
    }

    /// That of who asks, which holds for anybody else: whoever asks for a decision sees why theirs lifts nothing.
    ///
    /// @param covers digest of what is to be consented to
    /// @param asker who asks for the decision
    public static Optional<Approval> own(Collection<Approval> given, String covers, Instant at, String asker) {
        return covering(given, covers, at, approval -> approval.by.equals(asker));
    }

    private static Optional<Approval> covering(
            Collection<Approval> given, String covers, Instant at, Predicate<Approval> whose) {
        return given.stream()
                .filter(whose)
                .filter(approval ->
                        approval.covers.equals(covers) && !approval.at.isAfter(at) && approval.expires.isAfter(at))
                .max(Comparator.comparing(Approval::breakGlass));
    }
}
