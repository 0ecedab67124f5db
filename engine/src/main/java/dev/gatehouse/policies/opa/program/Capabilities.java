package dev.gatehouse.policies.opa.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Json;
import java.nio.file.Path;
import java.util.Set;

/// The part of Rego whose answers depend on the input alone: no network, clock, chance or runtime.
public final class Capabilities {
    /// They look at the clock (whether a certificate is still valid), though OPA does not mark them so.
    private static final Set<String> CLOCKED = Set.of(
            "crypto.x509.parse_and_verify_certificates", "crypto.x509.parse_and_verify_certificates_with_options");

    private Capabilities() {}

    /// As a capabilities file for `opa check`: what that OPA can do, without what it marks as nondeterministic.
    public static String deterministic(OpaBinary opa) {
        ObjectNode all =
                Json.read(opa.run(Path.of("."), "", "capabilities", "--current").out(), ObjectNode.class);
        ArrayNode kept = all.arrayNode();
        for (JsonNode builtin : all.path("builtins")) {
            boolean free = builtin.path("nondeterministic").asBoolean()
                    || CLOCKED.contains(builtin.path("name").asText());
            if (!free) {
                kept.add(builtin);
            }
        }
        all.set("builtins", kept);
        all.putArray("allow_net");
        return Json.write(all);
    }
}
