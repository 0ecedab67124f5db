package dev.gatehouse.graph.memory;

import dev.gatehouse.document.Digest;
import dev.gatehouse.graph.Blobs;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Blobs in memory, as they are.
public final class MemoryBlobs implements Blobs {
    private final Map<Digest, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public void put(Collection<byte[]> added) {
        added.forEach(content -> contents.putIfAbsent(Digest.of(content), content.clone()));
    }

    @Override
    public Optional<byte[]> get(Digest digest) {
        return Optional.ofNullable(contents.get(digest)).map(byte[]::clone);
    }

    @Override
    public Map<Digest, byte[]> getAll(Collection<Digest> digests) {
        Map<Digest, byte[]> found = new HashMap<>();
        digests.forEach(digest -> get(digest).ifPresent(content -> found.put(digest, content)));
        return found;
    }
}
