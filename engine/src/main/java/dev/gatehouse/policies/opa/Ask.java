package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policies.Policy;
import java.util.List;

/// One input, and the policies that are asked about it.
record Ask(JsonNode input, List<Policy> policies) {
    Ask {
        policies = List.copyOf(policies);
    }
}
