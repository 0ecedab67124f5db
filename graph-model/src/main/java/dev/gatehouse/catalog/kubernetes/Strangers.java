package dev.gatehouse.catalog.kubernetes;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Objects of versions that are no part of Kubernetes itself: custom resources, files of other tools, a misspelt group.
/// Whoever meant one to be read would otherwise not see that nobody did.
final class Strangers {
    /// Groups without a domain that Kubernetes has; all those of its own domain are its too.
    private static final Set<String> GROUPS = Set.of("apps", "autoscaling", "batch", "extensions", "policy");

    private static final String DOMAIN = ".k8s.io";

    private Strangers() {}

    /// A note for each foreign version, at the first of its objects.
    static List<Diagnostic> among(List<Document> documents) {
        Map<String, List<Manifest>> foreign = new LinkedHashMap<>();
        for (Document document : documents) {
            for (Manifest manifest : Manifest.of(document)) {
                if (!isKnown(manifest.apiVersion())) {
                    foreign.computeIfAbsent(manifest.apiVersion(), _ -> new ArrayList<>())
                            .add(manifest);
                }
            }
        }
        return foreign.entrySet().stream()
                .map(entry -> note(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isKnown(String version) {
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        return slash < 0 ? version.matches("v\\d.*") : GROUPS.contains(group) || group.endsWith(DOMAIN);
    }

    private static Diagnostic note(String version, List<Manifest> objects) {
        int count = objects.size();
        return Diagnostic.note(
                objects.getFirst().at("/apiVersion"),
                (count == 1 ? "1 object" : count + " objects") + " of apiVersion '" + version
                        + "' declared nothing, since no format reads it"
                        + (count == 1 ? "" : "; the first stands here"),
                null);
    }
}
