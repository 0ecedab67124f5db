package dev.gatehouse.verdict.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What every record has around its answer: who asked when, on which revision, and where the matter is kept from which
/// the same can be answered again.
public interface Envelope {
    /// The record's own.
    String id();

    Instant decidedAt();

    /// Of the graph that was asked; null where it held nothing. A graph in memory counts its own.
    @Nullable
    Long graphRevision();

    /// Digest of the stored matter.
    String matter();
}
