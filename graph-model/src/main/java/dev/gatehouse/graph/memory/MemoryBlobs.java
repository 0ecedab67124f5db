package dev.gatehouse.graph.memory;

import dev.gatehouse.document.Digest;
import dev.gatehouse.graph.Blobs;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Blobs in memory, as they are.
public final class MemoryBlobs implements Blobs {
    private final Map<Digest, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public void put(Collection<byte[]> added) {
        added.forEach(content -> contents.putIfAbsent(Digest.of(content), content.clone()));
    }

    @Override
    public Map<Digest, byte[]> get(Collection<Digest> digests) {
        Map<Digest, byte[]> found = new HashMap<>();
        for (Digest digest : digests) {
            byte[] content = contents.get(digest);
            if (content != null) {
                found.put(digest, content.clone());
            }
        }
        return found;
    }
}
