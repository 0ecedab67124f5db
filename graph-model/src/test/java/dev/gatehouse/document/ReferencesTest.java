package dev.gatehouse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    @Test
    void what_is_left_out_is_implied() {
        assertThat(References.read("checkout", Kind.COMPONENT)).isEqualTo(EntityRef.of(Kind.COMPONENT, "checkout"));
        assertThat(References.read("user:ann", Kind.GROUP)).isEqualTo(EntityRef.of(Kind.USER, "ann"));
    }

    @ParameterizedTest
    @CsvSource({
        "grop:checkout, 'names no known kind: ''grop''; did you mean ''group''?'",
        "x:y, 'write it as group:namespace/name, or the name alone'",
        "' ', 'write it as group:namespace/name, or the name alone'"
    })
    void what_is_none_is_told_with_the_nearest_kind_or_the_form(String text, String words) {
        assertThatThrownBy(() -> References.read(text, Kind.GROUP))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(words);
    }
}
