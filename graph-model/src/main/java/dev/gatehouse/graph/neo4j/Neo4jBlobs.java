package dev.gatehouse.graph.neo4j;

import static java.util.stream.Collectors.toMap;

import dev.gatehouse.document.Digest;
import dev.gatehouse.graph.Blobs;
import dev.gatehouse.graph.neo4j.GroupWriter.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Contents in Neo4j: a node `Blob` each, compressed. Puts from many threads share a transaction.
public final class Neo4jBlobs implements Blobs, AutoCloseable {
    private static final String PUT = """
            UNWIND $rows AS row
            MERGE (b:Blob {digest: row.digest}) ON CREATE SET b.bytes = row.bytes""";

    private final Bolt bolt;
    private final GroupWriter<Map<String, byte[]>, Boolean> writer;

    Neo4jBlobs(Bolt bolt) {
        this.bolt = bolt;
        this.writer = new GroupWriter<>("blob-writer", this::write);
    }

    @Override
    public void put(Collection<byte[]> contents) {
        Map<String, byte[]> compressed = HashMap.newHashMap(contents.size());
        contents.forEach(
                content -> compressed.computeIfAbsent(Digest.of(content).toString(), _ -> Parts.deflate(content)));
        if (!compressed.isEmpty()) {
            writer.submit(compressed);
        }
    }

    private List<Answer<Boolean>> write(List<Map<String, byte[]>> puts) {
        // Sorted, so that two processes never wait for each other in a circle.
        TreeMap<String, byte[]> all = new TreeMap<>();
        puts.forEach(all::putAll);
        List<Map<String, Object>> rows = all.entrySet().stream()
                .map(blob -> Map.<String, Object>of("digest", blob.getKey(), "bytes", blob.getValue()))
                .toList();
        bolt.rows("store contents", PUT, Map.of("rows", rows));
        return puts.stream()
                .<Answer<Boolean>>map(_ -> new Answer.Written<>(true))
                .toList();
    }

    @Override
    public Map<Digest, byte[]> get(Collection<Digest> digests) {
        List<String> names = digests.stream().map(Digest::toString).distinct().toList();
        return bolt.rows("read contents", """
                        UNWIND $digests AS digest MATCH (b:Blob {digest: digest})
                        RETURN digest, b.bytes AS bytes""", Map.of("digests", names)).stream()
                .collect(toMap(
                        row -> new Digest(row.get("digest").asString()),
                        row -> Parts.inflate(row.get("bytes").asByteArray())));
    }

    @Override
    public void close() {
        writer.close();
    }
}
