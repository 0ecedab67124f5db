package dev.gatehouse.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.EntityRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {
    private static Written written(String text) {
        SourceFile file = new SourceFile("changes/c.yaml", text.getBytes(StandardCharsets.UTF_8));
        return ChangeLines.of(file, DocumentReader::read);
    }

    @Test
    void each_operation_of_a_change_stands_at_its_line() {
        Written written = written("""
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: c}
                spec:
                  environment: production
                  operations:
                    - deploy: {component: checkout, version: 1.0.0}
                    - addDependency: {from: checkout, to: loyalty, criticality: hard, protocol: http, sends: [internal]}
                    - set: {entity: 'group:shop', title: Shop}
                    - rename: {component: search, to: find}
                    - removeFlow: {flow: leaflets}
                    - remove: {entity: 'slo:old'}
                """);

        Map<EntityRef, Integer> lines =
                Objects.requireNonNull(written.lines().get(EntityRef.parse("change:default/c")));
        assertThat(written.file()).isEqualTo("changes/c.yaml");
        assertThat(lines)
                .containsEntry(EntityRef.parse("change:default/c"), 4)
                .containsEntry(EntityRef.parse("component:default/checkout"), 7)
                .containsEntry(EntityRef.parse("dependency:default/checkout-to-loyalty"), 8)
                .containsEntry(EntityRef.parse("group:default/shop"), 9)
                .containsEntry(EntityRef.parse("component:default/search"), 10)
                .containsEntry(EntityRef.parse("component:default/find"), 10)
                .containsEntry(EntityRef.parse("flow:default/leaflets"), 11)
                .containsEntry(EntityRef.parse("slo:default/old"), 12);
        assertThat(lines.keySet().stream().filter(ref -> ref.toString().startsWith("flow:")))
                .as("the flow that the dependency stands for too")
                .hasSize(2);
    }

    @Test
    void so_does_each_step_of_a_plan() {
        Written written = written("""
                apiVersion: gatehouse.dev/v1
                kind: Plan
                metadata: {name: p}
                spec:
                  environment: production
                  steps:
                    - name: first
                      change:
                        operations:
                          - set: {component: checkout, replicas: 2}
                    - name: second
                      needs: [first]
                      change:
                        operations:
                          - set: {component: checkout, replicas: 3}
                """);

        EntityRef checkout = EntityRef.parse("component:default/checkout");
        assertThat(written.lines().get(EntityRef.parse("change:default/p.first")))
                .containsEntry(checkout, 10);
        assertThat(written.lines().get(EntityRef.parse("change:default/p.second")))
                .containsEntry(checkout, 15);
    }

    @Test
    void what_cannot_be_read_has_no_lines() {
        assertThat(written("kind: Change\nspec: {}\n").lines()).isEmpty();
        assertThat(written("kind: Plan\nspec: {environment: production, steps: [{name: a, needs: [b]}]}\n")
                        .lines())
                .isEmpty();
        assertThat(written("{").lines()).isEmpty();
    }
}
