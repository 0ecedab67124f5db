package dev.gatehouse.graph;

import dev.gatehouse.document.Digest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Content by its digest, stored once, compressed. What was put is there after kill -9.
public interface Blobs {
    /// Stores each content that is not there yet, all or none.
    ///
    /// @throws StoreException when the store cannot be reached; putting the same again is safe
    void put(Collection<byte[]> contents);

    /// The content, or empty where it was never put.
    Optional<byte[]> get(Digest digest);

    /// Those of the digests that are stored, with their contents.
    Map<Digest, byte[]> getAll(Collection<Digest> digests);
}
