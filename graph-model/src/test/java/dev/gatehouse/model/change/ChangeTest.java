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

    @Test
    void what_is_renamed_twice_has_its_last_name_and_what_is_new_under_an_old_name_is_another() {
        Renames renames = new Change(
                        EntityRef.parse("change:shop/names"),
                        null,
                        EntityRef.of(Kind.ENVIRONMENT, "production"),
                        null,
                        null,
                        null,
                        List.of(rename("mail", "post"), rename("post", "letters"), rename("mail", "courier")),
                        List.of())
                .renames();

        assertThat(renames.after(component("mail"))).isEqualTo(component("letters"));
        assertThat(renames.after(component("post"))).isEqualTo(component("letters"));
        assertThat(renames.after(component("search"))).isEqualTo(component("search"));
    }

    @Test
    void two_may_change_their_names_with_each_other() {
        Renames renames =
                new Renames(List.of(rename("mail", "between"), rename("post", "mail"), rename("between", "post")));

        assertThat(renames.after(component("mail"))).isEqualTo(component("post"));
        assertThat(renames.after(component("post"))).isEqualTo(component("mail"));
    }

    private static Operation rename(String from, String to) {
        return new Operation.Rename(component(from), to);
    }

    private static EntityRef component(String name) {
        return EntityRef.of(Kind.COMPONENT, name);
    }
}
