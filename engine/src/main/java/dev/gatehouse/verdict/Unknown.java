package dev.gatehouse.verdict;

import dev.gatehouse.model.EntityRef;

/// Something that a rule had to know about a subject, and that is missing, stale, only partly read or not on
/// record.
///
/// @param about the entity whose value it is; the change where a record holds nothing of the kind
/// @param what the need, as the rule states it: `subject.tier`; `any system` where there are no sheets of the kind
/// @param why it is not known
/// @param counts whether it makes the gate inconclusive: the change names or alters what it is about, and the rule does
///     not only run in shadow
/// @param shadow whether the rule only runs in shadow
public record Unknown(
        String ruleId, EntityRef subject, EntityRef about, String what, Why why, boolean counts, boolean shadow) {
    /// The same where there is no change: it counts, unless its rule only runs in shadow.
    public Unknown ofEverything() {
        return new Unknown(ruleId, subject, about, what, why, !shadow, shadow);
    }

    /// Why a thing is not known.
    public enum Why {
        /// Nobody said.
        MISSING,
        /// It was observed too long ago.
        STALE,
        /// Its source was only partly read.
        PARTIAL,
        /// The matter was kept, and the sheets in it were drawn for rules that did not ask for it.
        UNRECORDED
    }
}
