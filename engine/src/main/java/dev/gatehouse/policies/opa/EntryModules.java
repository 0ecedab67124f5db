package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.Json;
import dev.gatehouse.policies.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What we add to the policies in a child of ours: the lock that asks for our token, and the entry through which many
/// sheets are judged by many policies at one request.
final class EntryModules {
    /// The environment variable with the token.
    static final String TOKEN = "GATEHOUSE_OPA_TOKEN";

    /// The path of the entry below `/v1/data`.
    static final String ENTRY = "gatehouse_door/answers";

    /// Where our own modules stand.
    static final String FOLDER = "gatehouse_door/";

    /// Valid in both versions of Rego.
    static final String LOCK = """
            package system.authz

            import rego.v1

            default allow := false

            allow if input.identity == opa.runtime().env.%s
            """.formatted(TOKEN);

    private static final Pattern FINDS = Pattern.compile("(deny|warn|violation)(_[A-Za-z0-9_]+)?");
    /// The set in which a pack for conftest says what it takes off an input.
    static final String EXCEPTION = "exception";

    private static final String ANSWERS = """
            package gatehouse_door

            import rego.v1

            answers := [said |
            	some question in input.questions
            	said := {policy: say(policy, question.input) | some policy in question.policies}
            ]
            """;

    private EntryModules() {}

    /// The entry for policies whose sets are known. Each set's value comes in a list, empty where it is undefined.
    static String entry(List<Policy> policies, Map<List<String>, SortedSet<String>> sets) {
        StringBuilder text = new StringBuilder(ANSWERS);
        for (Policy policy : policies) {
            List<String> values = new ArrayList<>();
            for (String set : sets.getOrDefault(policy.path(), new TreeSet<>())) {
                values.add(quoted(set) + ": [m | m := data." + reference(policy.path()) + "[" + quoted(set)
                        + "] with input as sheet]");
            }
            text.append("\nsay(")
                    .append(quoted(policy.rule().id()))
                    .append(", sheet) := {")
                    .append(String.join(", ", values))
                    .append("}\n");
        }
        return text.toString();
    }

    private static String reference(List<String> path) {
        StringBuilder text = new StringBuilder(path.getFirst());
        path.stream()
                .skip(1)
                .forEach(part -> text.append('[').append(quoted(part)).append(']'));
        return text.toString();
    }

    private static String quoted(String text) {
        return Json.write(text);
    }

    /// The names of the sets that find, and of that with exceptions beside them, by the path of their
    /// package, from what OPA lists of its modules.
    static Map<List<String>, SortedSet<String>> sets(JsonNode modules) {
        Map<List<String>, SortedSet<String>> sets = new HashMap<>();
        for (JsonNode module : modules) {
            List<String> path = new ArrayList<>();
            module.path("ast")
                    .path("package")
                    .path("path")
                    .forEach(term -> path.add(term.path("value").asText()));
            for (JsonNode rule : module.path("ast").path("rules")) {
                String name = rule.path("head").path("name").asText();
                if (FINDS.matcher(name).matches() || name.equals(EXCEPTION)) {
                    sets.computeIfAbsent(List.copyOf(path.subList(1, path.size())), _ -> new TreeSet<>())
                            .add(name);
                }
            }
        }
        sets.values().removeIf(Set.of(EXCEPTION)::equals);
        return sets;
    }

    /// The input of a request for several questions.
    static ObjectNode request(List<Ask> asks) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ArrayNode questions = input.putArray("questions");
        for (Ask ask : asks) {
            ObjectNode question = questions.addObject();
            question.set("input", ask.input());
            ArrayNode policies = question.putArray("policies");
            ask.policies().forEach(policy -> policies.add(policy.rule().id()));
        }
        return input;
    }

    /// The values of each policy's sets, for each question.
    static List<SortedMap<String, JsonNode>> read(JsonNode answers, List<Ask> asks) throws OpaFailure {
        if (answers.size() != asks.size()) {
            throw new OpaFailure(
                    OpaFailure.Kind.NONSENSE,
                    "OPA gave " + Count.of(answers.size(), "answer") + " to " + Count.of(asks.size(), "question"));
        }
        List<SortedMap<String, JsonNode>> read = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            SortedMap<String, JsonNode> said = new TreeMap<>();
            for (Policy policy : asks.get(i).policies()) {
                JsonNode answer = answers.path(i).path(policy.rule().id());
                if (answer.isEmpty()) {
                    throw new OpaFailure(
                            OpaFailure.Kind.REFUSED,
                            policy.rule().file() + " has none of the sets deny, warn and violation");
                }
                said.put(policy.rule().id(), answer);
            }
            read.add(said);
        }
        return read;
    }
}
