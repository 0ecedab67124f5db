package dev.gatehouse.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.yaml.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void lay_out() throws IOException {
        Files.createDirectories(folder.resolve("pr/k8s"));
        for (String file :
                List.of("pr/plan.json", "pr/secrets.json", "pr/k8s/a.yaml", "pr/k8s/b.yaml", "outside.json")) {
            Files.writeString(folder.resolve(file), "{}");
        }
        Files.createSymbolicLink(folder.resolve("pr/link.json"), folder.resolve("outside.json"));
    }

    private List<String> sent(String name, String text) {
        SourceFile document = new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
        return Artifacts.beside(folder, Path.of("pr").resolve(name), document, DocumentReader::read).stream()
                .map(SourceFile::name)
                .toList();
    }

    @Test
    void only_what_is_named_as_an_artifact_is_sent() {
        assertThat(sent("change.yaml", """
                kind: Change
                # path: secrets.json
                spec:
                  properties: {path: secrets.json}
                  operations: [{set: {component: a, path: secrets.json}}]
                  artifacts: [{kind: terraform-plan, path: plan.json}]
                """)).containsExactly("plan.json");
    }

    @Test
    void what_a_link_in_a_folder_leads_to_elsewhere_is_not_sent() throws IOException {
        Files.createSymbolicLink(folder.resolve("pr/k8s/link.json"), folder.resolve("outside.json"));
        Files.createSymbolicLink(folder.resolve("pr/k8s/all"), folder);

        assertThat(sent("change.yaml", "spec: {artifacts: [{kind: kubernetes, path: k8s/}]}"))
                .containsExactly("k8s/a.yaml", "k8s/b.yaml");
    }

    @Test
    void a_file_that_is_named_twice_is_sent_once() {
        assertThat(sent("change.yaml", """
                kind: Change
                spec:
                  artifacts:
                    - {kind: kubernetes, path: k8s/a.yaml}
                    - {kind: kubernetes, path: k8s/}
                """)).containsExactly("k8s/a.yaml", "k8s/b.yaml");
    }

    @Test
    void json_names_artifacts_too() {
        assertThat(sent("change.json", """
                {"kind": "Change", "spec": {"artifacts": [{"kind": "terraform-plan", "path": "plan.json"}]}}
                """)).containsExactly("plan.json");
    }

    @Test
    void a_plans_steps_name_theirs() {
        assertThat(sent("plan.yaml", """
                kind: Plan
                spec:
                  steps:
                    - {id: a, change: {artifacts: [{kind: terraform-plan, path: plan.json}]}}
                    - {id: b, change: {artifacts: [{kind: kubernetes, path: k8s/b.yaml}]}}
                """)).containsExactly("plan.json", "k8s/b.yaml");
    }

    @Test
    void what_lies_elsewhere_is_not_sent() {
        assertThat(sent("change.yaml", """
                kind: Change
                spec:
                  artifacts:
                    - {kind: terraform-plan, path: ../outside.json}
                    - {kind: terraform-plan, path: link.json}
                    - {kind: terraform-plan, path: missing.json}
                """)).isEmpty();
    }
}
