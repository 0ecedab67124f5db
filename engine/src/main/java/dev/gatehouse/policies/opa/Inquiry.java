package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policies.Policy;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Asks OPA many things at once; when that fails, input by input, then policy by policy, so that only the culprit
/// has no answer. A policy that was too slow once is not asked again.
final class Inquiry {
    /// At some milliseconds a sheet, a batch stays well within its deadline.
    private static final int BATCH = 200;

    /// How often it may be too slow before nothing more is asked: callers wait.
    private static final int PATIENCE = 4;

    private final Opa opa;
    private final Map<String, String> slow = new HashMap<>();
    private int late;
    private @Nullable OpaFailure end;

    Inquiry(Opa opa) {
        this.opa = opa;
    }

    /// The answers in the order of the questions.
    List<Answer> ask(List<Ask> asks) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < asks.size(); from += BATCH) {
            answers.addAll(batch(asks.subList(from, Math.min(asks.size(), from + BATCH))));
        }
        return answers;
    }

    private List<SortedMap<String, JsonNode>> judge(List<Ask> asks) throws OpaFailure {
        if (end != null) {
            throw end;
        }
        try {
            return opa.judge(asks);
        } catch (OpaFailure failure) {
            late += failure.kind() == Kind.SLOW ? 1 : 0;
            if (failure.kind() == Kind.UNUSABLE || late > PATIENCE) {
                end = new OpaFailure(Kind.UNUSABLE, failure.reason());
            }
            throw failure;
        }
    }

    private List<Answer> batch(List<Ask> asks) {
        try {
            return judge(asks).stream().map(said -> new Answer(said, Map.of())).toList();
        } catch (OpaFailure failure) {
            if (failure.kind() == Kind.UNUSABLE) {
                return asks.stream().map(ask -> refused(ask, failure)).toList();
            }
            return asks.stream()
                    .map(ask -> asks.size() == 1 ? each(ask) : one(ask))
                    .toList();
        }
    }

    private Answer one(Ask ask) {
        if (slow.isEmpty()) {
            try {
                return new Answer(judge(List.of(ask)).getFirst(), Map.of());
            } catch (OpaFailure failure) {
                return each(ask);
            }
        }
        return each(ask);
    }

    private Answer each(Ask ask) {
        SortedMap<String, JsonNode> said = new TreeMap<>();
        Map<String, String> failed = new TreeMap<>();
        for (Policy policy : ask.policies()) {
            String id = policy.rule().id();
            if (slow.containsKey(id)) {
                failed.put(id, slow.get(id));
                continue;
            }
            try {
                said.putAll(
                        judge(List.of(new Ask(ask.input(), List.of(policy)))).getFirst());
            } catch (OpaFailure failure) {
                failed.put(id, failure.reason());
                if (failure.kind() == Kind.SLOW) {
                    slow.put(id, failure.reason());
                }
            }
        }
        return new Answer(said, failed);
    }

    private static Answer refused(Ask ask, OpaFailure failure) {
        Map<String, String> failed = new TreeMap<>();
        ask.policies().forEach(policy -> failed.put(policy.rule().id(), failure.reason()));
        return new Answer(new TreeMap<>(), failed);
    }

    /// What OPA said about one input.
    ///
    /// @param said the values of each policy's sets, by policy id
    /// @param failed why a policy has no answer, by policy id
    record Answer(SortedMap<String, JsonNode> said, Map<String, String> failed) {}
}
