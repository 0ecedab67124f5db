package dev.gatehouse.catalog.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The Services of a source, by the names under which pods reach them.
final class Services {
    private final Map<String, Manifest> byName = new HashMap<>();
    private final Map<String, Optional<Workload>> behind = new HashMap<>();
    private final Map<String, List<Workload>> workloads;

    /// @param workloads by namespace
    Services(List<Manifest> services, Map<String, List<Workload>> workloads) {
        this.workloads = workloads;
        services.forEach(service -> byName.putIfAbsent(service.namespace() + "/" + service.name(), service));
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
        return behind.computeIfAbsent(
                service.namespace() + "/" + service.name(),
                _ -> workloads.getOrDefault(service.namespace(), List.of()).stream()
                        .filter(workload -> workload.isSelectedBy(service.node().at("/spec/selector")))
                        .findFirst());
    }
}
