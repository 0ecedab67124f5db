package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What policies of one set said about inputs, the latest asked for kept.
final class Remembered {
    private static final int LIMIT = 100_000;

    private final Map<Key, JsonNode> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, JsonNode> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized @Nullable JsonNode get(Digest input, String policy) {
        return answers.get(new Key(input, policy));
    }

    synchronized void put(Digest input, String policy, JsonNode answer) {
        answers.put(new Key(input, policy), answer);
    }

    private record Key(Digest input, String policy) {}
}
