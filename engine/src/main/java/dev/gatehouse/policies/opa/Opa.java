package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;

/// An OPA that runs one policy set.
interface Opa extends AutoCloseable {
    /// For each question the values of each policy's sets, by policy id. All or nothing.
    List<SortedMap<String, JsonNode>> judge(List<Ask> asks) throws OpaFailure;

    /// The value of a document for an input; missing where it is undefined.
    JsonNode data(String path, JsonNode input) throws OpaFailure;

    /// YAML documents as trees, in order.
    List<JsonNode> yaml(List<String> documents) throws OpaFailure;

    /// What else its answers depend on: `opa 1.22.0`.
    String version();

    @Override
    void close();
}
