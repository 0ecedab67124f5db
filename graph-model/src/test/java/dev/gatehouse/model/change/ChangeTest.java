package dev.gatehouse.model.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Operation REMOVE = new Operation.Remove(EntityRef.of(Kind.COMPONENT, "mail"));

    @Test
    void one_more_operation_leaves_all_else_as_it_was_the_namespace_too() {
        Change change = new Change(
                EntityRef.parse("change:shop/loyalty"),
                "Loyalty",
                EntityRef.of(Kind.ENVIRONMENT, "production"),
                EntityRef.of(Kind.GROUP, "shop"),
                null,
                EntityRef.of(Kind.INITIATIVE, "loyalty"),
                List.of(),
                List.of());

        Change more = change.and(REMOVE);

        assertThat(more.operations()).containsExactly(REMOVE);
        assertThat(more).usingRecursiveComparison().ignoringFields("operations").isEqualTo(change);
        assertThat(change.operations()).isEmpty();
    }
}
