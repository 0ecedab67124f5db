package dev.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownEntityTest {
    private static final Snapshot SHOP = Snapshot.of(List.of(Architectures.component("booking")), Map.of());

    @Test
    void what_has_the_name_under_another_kind_is_meant_rather_than_what_is_near() {
        assertThat(cure(EntityRef.of(Kind.RESOURCE, "booking"), "bookings"))
                .isEqualTo("did you mean 'component:default/booking'?");
    }

    @Test
    void the_nearest_name_of_the_kind_is_meant_otherwise() {
        assertThat(cure(EntityRef.of(Kind.COMPONENT, "bokking"), "booking")).isEqualTo("did you mean 'booking'?");
        assertThat(cure(EntityRef.of(Kind.COMPONENT, "ledger"), "booking")).isEqualTo("import it");
    }

    @Test
    void an_environment_comes_with_those_that_are_known_and_with_its_document() {
        String document = "declare it in the catalog: {apiVersion: gatehouse.dev/v1, kind: Environment, metadata:"
                + " {name: prod}}";
        assertThat(cure(EntityRef.of(Kind.ENVIRONMENT, "prod"), "production"))
                .isEqualTo("known are production; " + document);
        assertThat(cure(EntityRef.of(Kind.ENVIRONMENT, "prod"))).isEqualTo(document);
    }

    private static String cure(EntityRef ref, String... known) {
        return UnknownEntity.cure(SHOP, ref, List.of(known), "import it");
    }
}
