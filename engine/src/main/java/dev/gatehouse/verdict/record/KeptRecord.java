package dev.gatehouse.verdict.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.Ordered;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// A record with every content that its matter names: all that answering the same again takes, anywhere.
///
/// @param contents texts by digest
public record KeptRecord<R extends Envelope>(R record, Map<String, String> contents) {
    public KeptRecord {
        contents = Ordered.copyOf(contents);
    }

    public static <R extends Envelope> KeptRecord<R> of(R record, Map<Digest, byte[]> contents) {
        Map<String, String> texts = new TreeMap<>();
        contents.forEach((digest, content) -> texts.put(digest.value(), new String(content, StandardCharsets.UTF_8)));
        return new KeptRecord<>(record, texts);
    }

    /// The key of the record itself in the JSON of one.
    public static final String RECORD = "record";

    /// Out of the JSON of one.
    ///
    /// @throws IllegalArgumentException when it has another shape
    public static <R extends Envelope> KeptRecord<R> of(ObjectNode tree, Class<R> type) {
        Map<String, String> texts = new TreeMap<>();
        tree.path("contents")
                .properties()
                .forEach(content -> texts.put(content.getKey(), Json.fromTree(content.getValue(), String.class)));
        if (!tree.path(RECORD).isObject()) {
            throw new IllegalArgumentException("there is no '/" + RECORD + "'");
        }
        R record = Json.fromTree(tree.path(RECORD), type);
        if (!Digest.isOne(record.matter())) {
            throw new IllegalArgumentException("'" + record.matter() + "' names no content");
        }
        return new KeptRecord<>(record, texts);
    }

    /// The contents as they were kept.
    public Map<Digest, byte[]> bytes() {
        Map<Digest, byte[]> bytes = new HashMap<>();
        contents.forEach((digest, text) -> bytes.put(new Digest(digest), text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
