package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.policies.Policy;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A server that somebody else runs. Nothing is written to it. Before and after each request its policies must be
/// those of the set, and its tables too.
final class OpaElsewhere implements Opa {
    private final OpaClient client;
    private final PolicySet set;
    private volatile @Nullable Content wanted;

    OpaElsewhere(OpaClient client, PolicySet set) {
        this.client = client;
        this.set = set;
    }

    @Override
    public List<SortedMap<String, JsonNode>> judge(List<Ask> asks) throws OpaFailure {
        Map<List<String>, SortedSet<String>> sets = EntryModules.sets(verified());
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (Ask ask : asks) {
            ObjectNode said = answers.addObject();
            for (Policy policy : ask.policies()) {
                said.set(policy.rule().id(), values(policy, sets, ask.input()));
            }
        }
        verified();
        return EntryModules.read(answers, asks);
    }

    private JsonNode values(Policy policy, Map<List<String>, SortedSet<String>> sets, JsonNode input)
            throws OpaFailure {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (String set : sets.getOrDefault(policy.path(), new TreeSet<>())) {
            JsonNode value = client.data(String.join("/", policy.path()) + "/" + set, input);
            ArrayNode wrapped = values.putArray(set);
            if (!value.isMissingNode()) {
                wrapped.add(value);
            }
        }
        return values;
    }

    @Override
    public JsonNode data(String path, JsonNode input) throws OpaFailure {
        verified();
        JsonNode answer = client.data(path, input);
        verified();
        return answer;
    }

    @Override
    public List<JsonNode> yaml(List<String> documents) throws OpaFailure {
        return Yaml.read(client, documents);
    }

    @Override
    public String version() {
        return "at " + client.base();
    }

    /// Its modules, when they and its tables are those of the set.
    JsonNode verified() throws OpaFailure {
        JsonNode modules = client.modules();
        SortedSet<String> rego = new TreeSet<>();
        for (JsonNode module : modules) {
            boolean guardsItself =
                    module.at("/ast/package/path/1/value").asText().equals("system");
            if (!guardsItself) {
                rego.add(module.path("raw").asText());
            }
        }
        SortedMap<String, JsonNode> tables = new TreeMap<>();
        for (String name : wanted().tables.keySet()) {
            tables.put(name, client.data(folder(name), JsonNodeFactory.instance.objectNode()));
        }
        Digest found = Json.digest(new Content(rego, tables));
        Digest expected = Json.digest(wanted());
        if (!found.equals(expected)) {
            throw new OpaFailure(
                    Kind.UNUSABLE,
                    "OPA at " + client.base() + " runs policies with the digest " + found + " instead of " + expected
                            + "; load the same policies there, or leave opa.url out");
        }
        return modules;
    }

    private Content wanted() throws OpaFailure {
        Content known = wanted;
        if (known == null) {
            SortedSet<String> rego = new TreeSet<>();
            SortedMap<String, JsonNode> tables = new TreeMap<>();
            for (Map.Entry<String, String> text : set.texts().entrySet()) {
                if (text.getKey().endsWith(".rego")) {
                    rego.add(text.getValue());
                } else {
                    tables.put(
                            text.getKey(),
                            Yaml.read(client, List.of(text.getValue())).getFirst());
                }
            }
            known = new Content(rego, tables);
            wanted = known;
        }
        return known;
    }

    private static String folder(String table) {
        return table.substring(0, Math.max(0, table.lastIndexOf('/')));
    }

    private record Content(SortedSet<String> rego, SortedMap<String, JsonNode> tables) {}

    @Override
    public void close() {
        // The server is not ours.
    }
}
