package dev.gatehouse.rules.drools;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Adjustment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1e999999999", "two"})
    void a_word_where_a_number_is_due_is_refused_for_the_rule_would_never_fire(String value) {
        Path rules = Path.of(System.getProperty("gatehouse.root", ".."), "rules");
        Adjustment adjustment = new Adjustment(false, false, null, Map.of("minimum", value));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RuleReader.read(
                        RuleFolders.read(List.of(rules)), Map.of("single-replica-in-critical-tier", adjustment)))
                .withMessageContaining("The gate gives the parameter 'minimum' of the rule"
                        + " 'single-replica-in-critical-tier' the value '" + value
                        + "'; it takes a number, such as 2");
    }
}
