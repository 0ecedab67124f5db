package dev.gatehouse.catalog.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.catalog.Annotations;
import dev.gatehouse.catalog.Rewriting;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Result;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Deployment, StatefulSet or DaemonSet, and the component that it is, with what its own annotations add.
record Workload(Manifest manifest, Placed<Entity> component) {
    /// Names the variables that hold a secret in plain text, with commas between; never the secret.
    static final String SECRETS = "plainTextSecret";

    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    /// How many replicas there are says its `spec`.
    private static final Set<String> ANNOTATIONS = Annotations.without("replicas");

    static boolean isOne(Manifest manifest) {
        return KINDS.contains(manifest.kind()) && manifest.apiVersion().startsWith("apps/");
    }

    /// The workload, unless something is wrong with its annotations.
    ///
    /// @param manifest one without mistakes of its [Form]
    /// @param withReplicas whether the number of replicas is the component's own rather than an environment's
    /// @param mistakes is told what is wrong
    static Optional<Workload> of(Manifest manifest, boolean withReplicas, List<Diagnostic> mistakes) {
        ObjectNode metadata = JsonNodeFactory.instance
                .objectNode()
                .put("name", manifest.name())
                .put("namespace", manifest.namespace());
        metadata.putArray("tags").add("kubernetes").add(manifest.kind().toLowerCase(Locale.ROOT));
        Rewriting own = new Rewriting("Component", metadata, manifest::at);
        own.set("type", TextNode.valueOf("service"), "/kind");
        Integer replicas = replicas(manifest);
        if (withReplicas && replicas != null) {
            own.set("replicas", IntNode.valueOf(replicas), "/spec/replicas");
        }
        String secrets = secrets(manifest);
        if (!secrets.isEmpty()) {
            own.set("properties", JsonNodeFactory.instance.objectNode().put(SECRETS, secrets), "/spec");
        }
        new Annotations(manifest.node(), ANNOTATIONS, manifest::at, mistakes).read(own::set);
        Result<Entity> component = own.read();
        mistakes.addAll(component.diagnostics());
        return Optional.ofNullable(component.value())
                .filter(_ -> mistakes.isEmpty())
                .map(entity -> new Workload(manifest, new Placed<>(entity, own::at)));
    }

    private static String secrets(Manifest manifest) {
        return variables(manifest).stream()
                .filter(Variable::isSecret)
                .map(Variable::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    EntityRef ref() {
        return component.value().ref();
    }

    @Nullable
    Integer replicas() {
        return replicas(manifest);
    }

    /// Environment variables that are given in plain text.
    List<Variable> variables() {
        return variables(manifest);
    }

    /// Kubernetes runs one where nothing is said; a DaemonSet has as many as there are nodes.
    private static @Nullable Integer replicas(Manifest manifest) {
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

    private static List<Variable> variables(Manifest manifest) {
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
