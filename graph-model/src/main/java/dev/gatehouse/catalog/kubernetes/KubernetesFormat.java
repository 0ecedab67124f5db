package dev.gatehouse.catalog.kubernetes;

import dev.gatehouse.catalog.Format;
import dev.gatehouse.catalog.Format.Extract;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Position;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Deployment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Kubernetes manifests. Deployments, StatefulSets and DaemonSets become components; a variable that names the host of
/// a Service becomes a guessed dependency on the workload behind it. Kubernetes' other kinds say nothing of these, and
/// are left alone; of what is foreign to it, one note for each version tells how much there is. An object with a
/// malformed field declares nothing, and its source is not read completely.
public final class KubernetesFormat implements Format {
    private static final List<String> OTHERS =
            List.of("gatehouse.dev/v1", "backstage.io/v1alpha1", "backstage.io/v1beta1");

    private final @Nullable EntityRef environment;

    /// @param environment where the manifests are applied: replicas and versions then stand on deployments there; null
    ///     where they say nothing of any: how many replicas run then stands on the component
    public KubernetesFormat(@Nullable EntityRef environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    /// Any object with a version and a kind, unless its version looks like a misspelt one of another format.
    @Override
    public boolean accepts(Document document) {
        String version = document.text("apiVersion");
        return !version.isEmpty()
                && !document.text("kind").isEmpty()
                && OTHERS.stream().noneMatch(other -> version.startsWith(other.substring(0, other.indexOf('/') + 1)))
                && Nearest.to(version, OTHERS).isEmpty();
    }

    @Override
    public Extract read(String source, List<Document> documents) {
        List<Workload> workloads = new ArrayList<>();
        List<Manifest> services = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>(Strangers.among(documents));
        for (Document document : whole(documents)) {
            for (Manifest manifest : Manifest.of(document)) {
                List<Diagnostic> mistakes = new ArrayList<>(Form.mistakes(manifest));
                if (mistakes.isEmpty() && Workload.isOne(manifest)) {
                    Workload.of(manifest, environment == null, mistakes).ifPresent(workloads::add);
                } else if (mistakes.isEmpty()
                        && manifest.kind().equals("Service")
                        && manifest.apiVersion().equals("v1")) {
                    services.add(manifest);
                }
                diagnostics.addAll(mistakes);
            }
        }
        List<Placed<Declaration>> declarations = new ArrayList<>();
        GuessedEdges edges = new GuessedEdges(source, new Services(services, workloads), diagnostics);
        for (Workload workload : workloads) {
            declare(source, workload, declarations);
            declarations.addAll(edges.of(workload));
        }
        return new Extract(declarations, diagnostics);
    }

    private static List<Document> whole(List<Document> documents) {
        return documents.stream().filter(Document::whole).toList();
    }

    private void declare(String source, Workload workload, List<Placed<Declaration>> declarations) {
        Position at = workload.manifest().at("");
        Provenance provenance = new Provenance(source, at.file(), at.line(), false);
        Placed<Entity> component = workload.component();
        declarations.add(new Placed<>(new Declaration(component.value(), provenance), component.at()));
        if (environment != null) {
            String name = workload.ref().name() + "-in-" + environment.name();
            Deployment deployment = new Deployment(
                    new EntityRef(Kind.DEPLOYMENT, workload.ref().namespace(), name),
                    workload.ref(),
                    environment,
                    workload.version(),
                    workload.replicas(),
                    List.of(),
                    null,
                    null,
                    null);
            declarations.add(new Placed<>(new Declaration(deployment, provenance), _ -> at));
        }
    }
}
