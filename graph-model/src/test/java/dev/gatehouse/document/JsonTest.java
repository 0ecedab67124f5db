package dev.gatehouse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final EntityRef CHECKOUT = EntityRef.of(Kind.COMPONENT, "checkout");
    private static final Dependency DEPENDENCY = new Dependency(
            EntityRef.of(Kind.DEPENDENCY, "checkout-to-payments"),
            CHECKOUT,
            EntityRef.of(Kind.COMPONENT, "payments"),
            Criticality.HARD,
            null,
            "http",
            Duration.ofSeconds(2),
            2,
            true,
            null,
            Set.of("personal"),
            Set.of(),
            Set.of("encrypted", "authenticated"),
            null);

    @Test
    void writes_sorted_keys_without_nulls_and_empties() {
        assertThat(Json.write(DEPENDENCY))
                .isEqualTo("{\"circuitBreaker\":true,\"criticality\":\"hard\",\"from\":\"component:default/checkout\","
                        + "\"protocol\":\"http\",\"ref\":\"dependency:default/checkout-to-payments\",\"retries\":2,"
                        + "\"sends\":[\"personal\"],\"tags\":[\"authenticated\",\"encrypted\"],\"timeout\":\"PT2S\","
                        + "\"to\":\"component:default/payments\"}");
    }

    @Test
    void reads_a_declaration_back_by_the_kind_in_its_reference() {
        Declaration declaration = new Declaration(DEPENDENCY, new Provenance("shop", "catalog.yaml", 3, false));

        assertThat(Json.read(Json.write(declaration), Declaration.class)).isEqualTo(declaration);
    }

    @Test
    void reads_many_in_a_row_whether_or_not_their_types_change() {
        Provenance provenance = new Provenance("shop", null, 0, false);
        Declaration dependency = new Declaration(DEPENDENCY, provenance);
        Flow flow = new Flow(EntityRef.of(Kind.FLOW, "f"), CHECKOUT, CHECKOUT, Set.of(), null, null, Set.of());
        for (List<Declaration> row : List.of(
                List.of(dependency, dependency, dependency),
                List.of(dependency, new Declaration(flow, provenance), dependency))) {
            byte[] json = Json.bytes(row);
            assertThat(Json.readRuns(() -> new ByteArrayInputStream(json), Declaration[].class))
                    .containsExactlyElementsOf(row);
        }
        byte[] nameless = "[{\"entity\":{\"ref\":\"flow:f\"}},{\"entity\":{}}]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Json.readRuns(() -> new ByteArrayInputStream(nameless), Declaration[].class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("This is no ");
    }

    @Test
    void refuses_a_record_that_lacks_what_may_not_be_null_and_takes_one_that_lacks_the_rest() {
        for (String lacking : List.of("{\"owner\":\"a\"}", "{\"name\":null,\"owner\":\"a\"}")) {
            assertThatThrownBy(() -> Json.read(lacking, Named.class))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("there is no '/name'");
        }
        assertThatThrownBy(() -> Json.read("{\"name\":\"n\",\"tags\":[\"a\",null]}", Named.class))
                .hasMessageContaining("there is no '/tags/1'");
        assertThat(Json.read("{\"name\":\"n\"}", Named.class)).isEqualTo(new Named("n", null, List.of(), 0));
    }

    private record Named(String name, @Nullable String owner, List<String> tags, int count) {}

    @Test
    void reads_a_change_back_by_the_word_of_each_operation() {
        Change change = new Change(
                EntityRef.of(Kind.CHANGE, "c"),
                null,
                EntityRef.of(Kind.ENVIRONMENT, "production"),
                null,
                null,
                null,
                List.of(
                        new Operation.Deploy(CHECKOUT, "2.5.0"),
                        new Operation.AddDependency(DEPENDENCY),
                        new Operation.Set(CHECKOUT, Map.of("replicas", 2)),
                        new Operation.Remove(CHECKOUT)),
                List.of());

        assertThat(Json.write(change)).contains("{\"deploy\":{\"component\":\"component:default/checkout\"");
        assertThat(Json.read(Json.write(change), Change.class)).isEqualTo(change);
    }

    @Test
    void says_what_is_wrong_with_json_of_another_shape() {
        assertThatThrownBy(() -> Json.read("{\"criticality\":\"firm\"}", Dependency.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("This is no dependency: '/criticality' is 'firm', which does not fit");
        assertThatThrownBy(() -> Json.read("{\"name\":\"n\",\"ownr\":1}", Named.class))
                .hasMessageContaining("unknown key '/ownr'");
        assertThatThrownBy(() -> Json.read("{\"from\":\"checkout\"}", Dependency.class))
                .hasMessageContaining("'checkout' is not a reference of the form kind:namespace/name");
        assertThatThrownBy(() -> Json.read("{", Dependency.class))
                .hasMessageContaining("Unexpected end-of-input")
                .hasMessageNotContaining("Source");
    }
}
