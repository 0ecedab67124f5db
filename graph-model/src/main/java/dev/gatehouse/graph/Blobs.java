package dev.gatehouse.graph;

import dev.gatehouse.document.Digest;
import java.util.Collection;
import java.util.Map;

/// Content by its digest, stored once, compressed. What was put is there after kill -9.
public interface Blobs {
    /// Stores each content that is not there yet, all or none.
    ///
    /// @throws StoreException when the store cannot be reached; putting the same again is safe
    void put(Collection<byte[]> contents);

    /// Those of the digests that are stored, with their contents.
    Map<Digest, byte[]> get(Collection<Digest> digests);
}
