package dev.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Document;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Operation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTextTest {
    @Test
    void an_operation_is_one_line_of_a_change() {
        assertThat(OperationText.of(set("component:default/dispensing", "replicas", new BigDecimal(2))))
                .isEqualTo("set: {component: dispensing, replicas: 2}");
        assertThat(OperationText.of(set("dependency:default/checkout-to-loyalty", "timeout", "2s")))
                .isEqualTo("set: {entity: \"dependency:checkout-to-loyalty\", timeout: 2s}");
        assertThat(OperationText.of(set("flow:shop/orders", "tags", List.of("anonymised", "of today"))))
                .isEqualTo("set: {entity: \"flow:shop/orders\", tags: [anonymised, \"of today\"]}");
    }

    private static Stream<Operation.Set> sets() {
        return Stream.of(
                set("component:default/dispensing", "replicas", 2),
                set("component:default/yes", "title", "no"),
                set("component:shop/1.0", "title", "1.0"),
                set("external:default/b", "title", "it's: {a} \"b\", \\ # [c]"),
                set("dependency:default/checkout-to-loyalty", "criticality", "soft"),
                set("dependency:default/checkout-to-loyalty", "timeout", null),
                set("flow:default/orders", "tags", List.of("encrypted", "null", "on")));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void what_is_pasted_into_a_change_is_read_as_the_same_operation(Operation.Set set) {
        String change = """
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: c}
                spec:
                  environment: production
                  operations:
                    - %s
                """.formatted(OperationText.of(set));

        Document document = DocumentReader.read("c.yaml", change.getBytes(StandardCharsets.UTF_8))
                .documents()
                .getFirst();

        assertThat(Objects.requireNonNull(ChangeReader.read(document).value(), change)
                        .operations())
                .containsExactly(set);
    }

    private static Operation.Set set(String entity, String attribute, @Nullable Object value) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put(attribute, value);
        return new Operation.Set(EntityRef.parse(entity), attributes);
    }
}
