package dev.gatehouse.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One time a source was read.
///
/// @param complete false when a part of it could not be read: then absence proves nothing
/// @param environment that its manifests were read as running in; null where none was said
public record Reading(
        String source,
        Instant at,
        boolean complete,
        @Nullable EntityRef environment) {
    /// Of a source that says itself where what runs.
    public Reading(String source, Instant at, boolean complete) {
        this(source, at, complete, null);
    }
}
