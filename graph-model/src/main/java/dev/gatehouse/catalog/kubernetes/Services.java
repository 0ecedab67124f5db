package dev.gatehouse.catalog.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The Services of a source, by the names under which pods reach them.
final class Services {
    private final Map<String, Manifest> byName = new HashMap<>();
    private final Map<String, Optional<Workload>> behind = new HashMap<>();
    private final Map<String, List<Workload>> byLabel = new HashMap<>();

    Services(List<Manifest> services, Collection<Workload> workloads) {
        services.forEach(service -> byName.putIfAbsent(service.namespace() + "/" + service.name(), service));
        for (Workload workload : workloads) {
            for (var label : workload.labels().properties()) {
                byLabel.computeIfAbsent(key(workload.manifest(), label), _ -> new ArrayList<>())
                        .add(workload);
            }
        }
    }

    /// The Service of that host, as a pod of that namespace sees it: `name`, `name.namespace`,
    /// `name.namespace.svc` or `name.namespace.svc.cluster.local`.
    Optional<Manifest> find(String host, String namespace) {
        String[] parts = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        if (parts.length == 1) {
            return Optional.ofNullable(byName.get(namespace + "/" + parts[0]));
        }
        String rest = String.join(".", List.of(parts).subList(2, parts.length));
        return rest.isEmpty() || rest.equals("svc") || rest.equals("svc.cluster.local")
                ? Optional.ofNullable(byName.get(parts[1] + "/" + parts[0]))
                : Optional.empty();
    }

    /// The workload whose pods the Service selects; the first by file order of several.
    Optional<Workload> behind(Manifest service) {
        return behind.computeIfAbsent(service.namespace() + "/" + service.name(), _ -> select(service));
    }

    private Optional<Workload> select(Manifest service) {
        JsonNode selector = service.node().at("/spec/selector");
        return selector.properties().stream()
                .map(label -> byLabel.getOrDefault(key(service, label), List.of()))
                .min(Comparator.comparingInt(List::size))
                .flatMap(candidates -> candidates.stream()
                        .filter(workload -> workload.isSelectedBy(selector))
                        .findFirst());
    }

    private static String key(Manifest manifest, Map.Entry<String, JsonNode> label) {
        return manifest.namespace() + "/" + label.getKey() + "="
                + label.getValue().asText();
    }
}
