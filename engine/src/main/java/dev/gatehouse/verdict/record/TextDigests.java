package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Judge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The texts of judges as contents, named by set and name.
public final class TextDigests {
    private TextDigests() {}

    /// Puts the texts of judges among contents.
    public static Map<String, Map<String, Digest>> store(List<Judge> judges, Map<Digest, byte[]> contents) {
        Map<String, Map<String, Digest>> texts = new TreeMap<>();
        judges.forEach(judge -> {
            Map<String, Digest> named = new TreeMap<>();
            judge.texts()
                    .forEach((name, text) ->
                            named.put(name, Contents.put(text.getBytes(StandardCharsets.UTF_8), contents)));
            texts.put(judge.set(), named);
        });
        return texts;
    }

    /// Reads them back.
    ///
    /// @throws InvalidInputException when one is not kept, or was altered
    public static Map<String, Map<String, String>> restore(Map<String, Map<String, Digest>> named, Contents kept) {
        Map<Digest, byte[]> contents = kept.checked(digests(named));
        Map<String, Map<String, String>> texts = new TreeMap<>();
        named.forEach((set, digests) -> {
            Map<String, String> text = new TreeMap<>();
            digests.forEach((name, digest) ->
                    text.put(name, new String(Contents.get(digest, contents), StandardCharsets.UTF_8)));
            texts.put(set, text);
        });
        return texts;
    }

    /// Their digests.
    public static List<Digest> digests(Map<String, Map<String, Digest>> named) {
        return named.values().stream().flatMap(texts -> texts.values().stream()).toList();
    }
}
