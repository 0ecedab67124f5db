package dev.gatehouse.catalog.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Deployment, StatefulSet or DaemonSet.
record Workload(Manifest manifest, EntityRef ref) {
    /// Names the variables that hold a secret in plain text, with commas between; never the secret.
    static final String SECRETS = "plainTextSecret";

    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    static boolean isOne(Manifest manifest) {
        return KINDS.contains(manifest.kind()) && manifest.apiVersion().startsWith("apps/");
    }

    /// @param manifest one without mistakes of its [Form]
    static Workload of(Manifest manifest) {
        return new Workload(manifest, new EntityRef(Kind.COMPONENT, manifest.namespace(), manifest.name()));
    }

    /// @param withReplicas whether the number of replicas is the component's own rather than an environment's
    Component component(boolean withReplicas) {
        String secrets = variables().stream()
                .filter(Variable::isSecret)
                .map(Variable::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return new Component(
                ref,
                null,
                "service",
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of("kubernetes", manifest.kind().toLowerCase(Locale.ROOT)),
                withReplicas ? replicas() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                secrets.isEmpty() ? Map.of() : Map.of(SECRETS, secrets));
    }

    /// Kubernetes runs one where nothing is said; a DaemonSet has as many as there are nodes.
    @Nullable
    Integer replicas() {
        if (manifest.kind().equals("DaemonSet")) {
            return null;
        }
        JsonNode replicas = manifest.node().at("/spec/replicas");
        return replicas.isMissingNode() || replicas.isNull()
                ? Integer.valueOf(1)
                : Integer.valueOf(replicas.intValue());
    }

    /// The tag of its only container's image.
    @Nullable
    String version() {
        JsonNode containers = manifest.node().at("/spec/template/spec/containers");
        String image = containers.path(0).path("image").asText();
        int tag = image.lastIndexOf(':');
        return containers.size() == 1 && tag > image.lastIndexOf('/') && !image.contains("@")
                ? image.substring(tag + 1)
                : null;
    }

    /// Labels of its pods.
    JsonNode labels() {
        return manifest.node().at("/spec/template/metadata/labels");
    }

    /// Whether a Service's selector finds its pods.
    boolean isSelectedBy(JsonNode selector) {
        JsonNode labels = labels();
        return selector.properties().stream()
                .allMatch(label -> labels.path(label.getKey())
                        .asText()
                        .equals(label.getValue().asText()));
    }

    /// Environment variables that are given in plain text.
    List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        JsonNode containers = manifest.node().at("/spec/template/spec/containers");
        for (int c = 0; c < containers.size(); c++) {
            JsonNode env = containers.path(c).path("env");
            for (int v = 0; v < env.size(); v++) {
                JsonNode value = env.path(v).path("value");
                if (value.isValueNode() && !value.asText().isBlank()) {
                    String pointer = "/spec/template/spec/containers/" + c + "/env/" + v + "/value";
                    variables.add(new Variable(env.path(v).path("name").asText(), value.asText(), pointer));
                }
            }
        }
        return variables;
    }
}
