package dev.gatehouse.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    @ParameterizedTest
    @CsvSource({
        "0, document, 0 documents",
        "1, document, 1 document",
        "2, document, 2 documents",
        "2, entity, 2 entities",
        "1, entry, 1 entry",
        "3, day, 3 days"
    })
    void one_is_one_and_all_others_are_many(long number, String one, String words) {
        assertThat(Count.of(number, one)).isEqualTo(words);
    }
}
