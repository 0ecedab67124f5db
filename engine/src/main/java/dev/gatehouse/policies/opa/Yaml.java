package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// YAML read by OPA itself, so that a policy sees what it would see under any other tool that is built on it.
final class Yaml {
    /// A line that begins with three dashes always begins a document (YAML 1.2.2, 9.1.2).
    private static final Pattern MARKER = Pattern.compile("(?m)^---(?=\\s|$)");

    private static final String QUERY = "tree := [yaml.unmarshal(input[i]) | input[i]]";

    private Yaml() {}

    /// The texts of a file's documents, comments and empty ones included.
    static List<String> documents(String file) {
        return Arrays.asList(MARKER.split(file, -1));
    }

    /// The trees; null for an empty document.
    static List<JsonNode> read(OpaClient client, List<String> documents) throws OpaFailure {
        ArrayNode input = JsonNodeFactory.instance.arrayNode();
        documents.forEach(input::add);
        JsonNode trees = client.query(QUERY, input).path(0).path("tree");
        if (trees.size() != documents.size()) {
            throw new OpaFailure(Kind.REFUSED, "not YAML");
        }
        List<JsonNode> read = new ArrayList<>();
        trees.forEach(read::add);
        return read;
    }
}
