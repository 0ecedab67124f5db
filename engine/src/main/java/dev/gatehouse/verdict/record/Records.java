package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import java.util.Map;
import java.util.Optional;

/// Keeps records of one kind, and what they were made of.
public interface Records<R extends Envelope> extends Contents {
    /// Keeps a record with the contents that its matter names, all or none; it is there after kill -9.
    void keep(R envelope, Map<Digest, byte[]> contents);

    /// The record with that id.
    Optional<R> find(String id);
}
