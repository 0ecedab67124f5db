package dev.gatehouse.catalog.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.Catalog;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.catalog.backstage.BackstageFormat;
import dev.gatehouse.catalog.gatehouse.GatehouseFormat;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KubernetesFormatTest {
    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 3
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: server
                      image: registry.example:5000/web:1.4
                      env:
                        - {name: CART_ADDR, value: "cart-service:7070"}
                        - {name: AGAIN, value: "http://cart-service.default.svc.cluster.local:7070/x"}
                        - {name: BROKERS, value: "queue.data:9092,other.data:9092"}
                        - {name: SELF, value: "web:80"}
                        - {name: HERE, value: "localhost:80"}
                        - {name: AT, value: "12:30"}
                        - {name: DB_PASSWORD, value: hunter2}
                        - {name: DATABASE_URL, value: "postgres://app:pa55@queue.data:5432/db"}
                        - {name: SECRET_NAME, value: web-secret}
                        - {name: API_TOKEN, valueFrom: {secretKeyRef: {name: x, key: y}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart}
            spec: {template: {metadata: {labels: {app: cart, tier: back}}}}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: queue, namespace: data}
            spec: {template: {metadata: {labels: {app: queue}}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: cart-service}, spec: {selector: {app: cart}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: queue, namespace: data}, spec: {selector: {app: queue}}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: ignored}}
            ---
            {apiVersion: example.org/v1, kind: Anything, metadata: {name: ignored}}
            """;

    @Test
    void workloads_become_components_with_the_replicas_that_kubernetes_would_run() {
        assertThat(component("web").replicas()).isEqualTo(3);
        assertThat(component("cart").replicas()).isEqualTo(1);
        assertThat(component("queue").replicas()).isNull();
        assertThat(component("queue").ref()).isEqualTo(new EntityRef(Kind.COMPONENT, "data", "queue"));
        assertThat(component("web").tags()).containsExactly("deployment", "kubernetes");
    }

    @Test
    void hosts_in_variables_become_guessed_dependencies_on_the_workload_behind_the_service() {
        List<Declaration> edges = read(new KubernetesFormat(null), SHOP).declarations().stream()
                .filter(declaration -> declaration.entity() instanceof Dependency)
                .toList();

        assertThat(edges).extracting(edge -> edge.ref().name()).containsExactly("web-to-cart", "web-to-data-queue");
        assertThat(edges).allMatch(edge -> edge.provenance().guessed());
        assertThat(((Dependency) edges.getFirst().entity()).criticality()).isNull();
    }

    @Test
    void a_host_without_a_service_is_named_with_workload_variable_and_place() {
        assertThat(read(new KubernetesFormat(null), SHOP).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "k8s.yaml:15:31: warning: component:default/web names 'other.data:9092' in BROKERS, but no Service has"
                                + " that name; declare what is meant: a Dependency on a component, resource or external",
                        "k8s.yaml:42:2: note: 1 object of apiVersion 'example.org/v1' declared nothing, since no format"
                                + " reads it");
    }

    @Test
    void what_is_foreign_to_kubernetes_is_counted_and_what_is_its_own_left_alone() {
        assertThat(read(new KubernetesFormat(null), """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}}
                ---
                {apiVersion: batch/v1, kind: CronJob, metadata: {name: a}}
                ---
                {apiVersion: v1, kind: List, items: [
                  {apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}}]}
                ---
                {apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: b}}
                """).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("k8s.yaml:8:4: note: 2 objects of apiVersion 'argoproj.io/v1alpha1' declared nothing,"
                        + " since no format reads it; the first stands here");
    }

    @Test
    void annotations_of_a_workload_say_what_kubernetes_has_no_word_for() {
        CatalogReading reading = read(new KubernetesFormat(null), """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: front
                  annotations:
                    deployment.kubernetes.io/revision: "3"
                    gatehouse.dev/owner: shop
                    gatehouse.dev/tier: "1"
                    gatehouse.dev/data-classification: personal, cardholder
                    gatehouse.dev/title: The shop window
                spec: {template: {metadata: {annotations: {gatehouse.dev/tier: "5"}}}}
                """);

        assertThat(reading.diagnostics()).isEmpty();
        Declaration declaration = reading.declarations().getFirst();
        Component web = (Component) declaration.entity();
        assertThat(web.owner()).isEqualTo(EntityRef.of(Kind.GROUP, "shop"));
        assertThat(web.tier()).isEqualTo(1);
        assertThat(web.dataClassification()).containsExactly("cardholder", "personal");
        assertThat(web.title()).isEqualTo("The shop window");
        assertThat(reading.places().of(declaration, web.references().getFirst()))
                .isEqualTo(new Position("k8s.yaml", 8, 5, "/metadata/annotations/gatehouse.dev~1owner"));
    }

    @Test
    void a_misspelt_annotation_is_told_and_its_workload_declares_nothing() {
        CatalogReading reading = read(new KubernetesFormat(null), """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  annotations:
                    gatehouse.dev/teir: "1"
                    gatehouse.dev/rto: soon
                    gatehouse.dev/replicas: "2"
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: cart, annotations: {gatehouse.dev/tier: 1}}}
                """);

        assertThat(reading.declarations()).isEmpty();
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::toString)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .isEqualTo("k8s.yaml:6:5: error: unknown annotation 'gatehouse.dev/teir'; did you mean"
                                        + " 'gatehouse.dev/tier'?"),
                        two -> assertThat(two).startsWith("k8s.yaml:7:5: error: 'rto' is 'soon'; a duration"),
                        three -> assertThat(three)
                                .startsWith(
                                        "k8s.yaml:8:5: error: unknown annotation 'gatehouse.dev/replicas'; known for"
                                                + " kind Deployment are gatehouse.dev/cleared-for, "),
                        four -> assertThat(four)
                                .startsWith("k8s.yaml:10:78: error: ")
                                .endsWith("put it in quotes"));
    }

    @Test
    void every_malformed_field_is_told_at_its_place_and_its_object_declares_nothing() {
        CatalogReading reading = read(new KubernetesFormat(null), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: three
                  template:
                    metadata: {labels: {app: 1}}
                    spec:
                      containers:
                        - image: [web]
                          env:
                            - {name: PORT, value: 80}
                            - {value: x}
                        - server
                ---
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {replicas: -1}}
                ---
                {apiVersion: apps/v1, kind: DaemonSet, metadata: {namespace: data}, spec: {template: []}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: web}}
                ---
                {apiVersion: v1, kind: List, items: {apiVersion: apps/v1}}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: sound}, spec: {replicas: null}}
                """);
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "k8s.yaml:5:3: error: 'replicas' is 'three', a string; an integer from 0 to 1000000 is expected",
                        "k8s.yaml:7:25: error: 'app' is 1, a number; a string is expected; put it in quotes",
                        "k8s.yaml:10:11: error: 'image' is a list; a string is expected",
                        "k8s.yaml:12:28: error: 'value' is no string; put it in quotes",
                        "k8s.yaml:13:15: error: 'env[1]' lacks 'name'; add it; a string that is not empty is expected",
                        "k8s.yaml:14:11: error: 'containers[1]' is 'server', a string; a mapping is expected",
                        "k8s.yaml:16:71: error: 'replicas' is -1; an integer from 0 to 1000000 is expected",
                        "k8s.yaml:18:40: error: 'metadata' lacks 'name'; add it; a string of the form"
                                + " ^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$ with at most 253 characters is expected",
                        "k8s.yaml:18:76: error: 'template' is a list; a mapping is expected",
                        "k8s.yaml:20:63: error: 'selector' is 'web', a string; a mapping is expected",
                        "k8s.yaml:22:30: error: 'items' is a mapping; a list is expected");
        assertThat(reading.declarations())
                .extracting(Declaration::ref)
                .containsExactly(EntityRef.of(Kind.COMPONENT, "sound"));
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void a_secret_is_told_by_its_variable_and_never_kept() {
        assertThat(component("web").properties()).containsEntry("plainTextSecret", "DATABASE_URL,DB_PASSWORD");
        assertThat(read(new KubernetesFormat(null), SHOP).toString()).doesNotContain("hunter2", "pa55");
    }

    @Test
    void with_an_environment_replicas_and_version_stand_on_a_deployment() {
        CatalogReading reading = read(new KubernetesFormat(EntityRef.of(Kind.ENVIRONMENT, "production")), SHOP);
        Deployment deployment = (Deployment) reading.declarations().stream()
                .filter(declaration -> declaration.ref().name().equals("web-in-production"))
                .findFirst()
                .orElseThrow()
                .entity();

        assertThat(deployment.replicas()).isEqualTo(3);
        assertThat(deployment.version()).isEqualTo("1.4");
    }

    @Test
    void reads_the_items_of_a_list() {
        assertThat(read(new KubernetesFormat(null), """
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}}
                """).declarations())
                .extracting(Declaration::ref)
                .containsExactly(EntityRef.of(Kind.COMPONENT, "db"));
    }

    @Test
    void a_misspelt_version_of_another_format_is_no_kubernetes_object() {
        assertThat(read(new KubernetesFormat(null), "{apiVersion: gatehous.dev/v1, kind: Group, metadata: {name: a}}")
                        .diagnostics())
                .extracting(Diagnostic::message)
                .contains("no format reads apiVersion 'gatehous.dev/v1'");
    }

    @Test
    void reads_the_online_boutique() throws IOException {
        Path manifests = root().resolve("../shared/data/architectures/online-boutique/kubernetes-manifests.yaml");
        Assumptions.assumeTrue(Files.exists(manifests), "the folder shared/data is not there");
        CatalogReading reading = read(new KubernetesFormat(null), Files.readString(manifests));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.declarations().stream().filter(it -> it.entity() instanceof Component))
                .hasSize(12);
        assertThat(reading.declarations().stream().filter(it -> it.entity() instanceof Dependency))
                .hasSize(16);
        assertThat(reading.diagnostics()).hasSize(1);
        assertThat(reading.diagnostics().getFirst().toString())
                .contains(
                        "component:default/frontend", "SHOPPING_ASSISTANT_SERVICE_ADDR", "shoppingassistantservice:80");
    }

    @Test
    void a_compose_file_is_not_read_and_the_formats_that_are_get_named() throws IOException {
        Path compose = root().resolve("../shared/data/architectures/otel-demo/compose.yaml");
        Assumptions.assumeTrue(Files.exists(compose), "the folder shared/data is not there");
        CatalogReading reading = read(new KubernetesFormat(null), Files.readString(compose));

        assertThat(reading.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("the source 'test' declares nothing", "no format reads this document; it was skipped");
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::cure)
                .last()
                .isEqualTo("formats that can be read are gatehouse.dev/v1, backstage.io/v1alpha1, kubernetes");
    }

    private static Path root() {
        return Path.of(System.getProperty("gatehouse.root", System.getProperty("user.dir")));
    }

    private static CatalogReading read(KubernetesFormat format, String text) {
        Catalog catalog =
                new Catalog(DocumentReader::read, List.of(new GatehouseFormat(), new BackstageFormat(), format));
        return catalog.read("test", List.of(new SourceFile("k8s.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Component component(String name) {
        return (Component) read(new KubernetesFormat(null), SHOP).declarations().stream()
                .filter(declaration -> declaration.ref().kind() == Kind.COMPONENT
                        && declaration.ref().name().equals(name))
                .findFirst()
                .orElseThrow()
                .entity();
    }
}
