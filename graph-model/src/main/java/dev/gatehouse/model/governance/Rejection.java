package dev.gatehouse.model.governance;

import java.time.Instant;

/// Somebody's word that a change is not to be made; approvals of it that were given before count no more.
///
/// @param change digest of the change that it is about
/// @param decision the one that was shown to who rejected it
/// @param by who rejected it
public record Rejection(String change, String decision, String by, String reason, Instant at) {}
