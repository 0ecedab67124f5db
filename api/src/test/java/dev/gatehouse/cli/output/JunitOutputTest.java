package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.output.page.Terminal;
import org.junit.jupiter.api.Test;

class JunitOutputTest {
    private final String report = Format.JUNIT.write(Sample.view(), Terminal.PLAIN);

    @Test
    void fits_the_schema_that_jenkins_checks() {
        assertThat(Schemas.junitMistakes(report)).isEmpty();
        assertThat(Schemas.junitMistakes(report.replace("failures=", "faults=")))
                .isNotEmpty();
    }

    @Test
    void passes_are_cases_too() {
        assertThat(report).contains("<testcase classname=\"value.initiative-without-worth\"");
    }

    @Test
    void what_could_not_be_judged_never_passes() {
        assertThat(report)
                .contains("<error type=\"inconclusive\"", "<error type=\"error\" message=\"it fired more than 10000");
    }

    @Test
    void an_advice_passes_as_the_exit_code_says_and_is_told_beside() {
        assertThat(report).doesNotContain("type=\"warn\"").contains("<system-out>");
    }

    @Test
    void a_waived_finding_is_skipped_and_names_its_waiver() {
        assertThat(report).contains("<skipped type=\"waived\" message=\"waived by one-graphics-card: ");
    }

    @Test
    void an_overridden_finding_is_skipped_and_names_who_broke_the_glass() {
        String overridden = Format.JUNIT.write(SampleDecisions.overridden(), Terminal.PLAIN);

        assertThat(Schemas.junitMistakes(overridden)).isEmpty();
        assertThat(overridden)
                .contains(
                        "<skipped type=\"approved\" message=\"overridden by pat, who broke the glass (approval a-8): ");
    }
}
