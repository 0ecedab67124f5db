package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps decision records and what they were made of.
public interface Records {
    /// Keeps a record with the contents that its matter names, all or none; it is there after kill -9.
    void keep(DecisionRecord decision, Map<Digest, byte[]> contents);

    /// The record with that id.
    Optional<DecisionRecord> find(String decisionId);

    /// The contents with these digests; those that are not kept are left out.
    Map<Digest, byte[]> contents(List<Digest> digests);
}
