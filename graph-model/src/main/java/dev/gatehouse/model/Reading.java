package dev.gatehouse.model;

import java.time.Instant;

/// One time a source was read. `complete` is false when a part of it could not be read: then absence proves nothing.
public record Reading(String source, Instant at, boolean complete) {}
