package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import dev.gatehouse.model.Ordered;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// A record with every content that its matter names: all that deciding again takes, anywhere.
///
/// @param contents texts by digest
public record KeptRecord(DecisionRecord record, Map<String, String> contents) {
    public KeptRecord {
        contents = Ordered.copyOf(contents);
    }

    public static KeptRecord of(DecisionRecord record, Map<Digest, byte[]> contents) {
        Map<String, String> texts = new TreeMap<>();
        contents.forEach((digest, content) -> texts.put(digest.value(), new String(content, StandardCharsets.UTF_8)));
        return new KeptRecord(record, texts);
    }

    /// The contents as they were kept.
    public Map<Digest, byte[]> bytes() {
        Map<Digest, byte[]> bytes = new HashMap<>();
        contents.forEach((digest, text) -> bytes.put(new Digest(digest), text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
