package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Plans, findings, what lint tells and how tests went, in every format that they have.
class AnswersTest {
    private static String write(Answer answer, Format format) {
        return format.write(answer, Terminal.PLAIN);
    }

    private static Stream<Arguments> goldens() {
        return Stream.of(
                        all("plan", SamplePlan.view(), Format.all()),
                        all("findings", SamplePlan.findings(), Format.all()),
                        all("lint", SamplePlan.lint(), LintView.FORMATS),
                        all("tests", SamplePlan.tests(), TestsView.FORMATS))
                .flatMap(List::stream);
    }

    private static List<Arguments> all(String name, Answer answer, Set<Format> formats) {
        List<Arguments> all = new ArrayList<>();
        formats.forEach(format -> all.add(Arguments.of(name, answer, format)));
        return all;
    }

    @ParameterizedTest(name = "{0} as {2}")
    @MethodSource("goldens")
    void an_answer_with_everything_in_it_is_written_as_ever(String name, Answer answer, Format format) {
        String text = write(answer, format);

        Resources.assertGolden(name + "." + format.word(), text);
        if (format == Format.JUNIT) {
            assertThat(Schemas.junitMistakes(text)).isEmpty();
        } else if (format == Format.SARIF) {
            assertThat(Schemas.sarifMistakes(text)).isEmpty();
        }
    }

    @Test
    void a_plan_in_json_is_the_record_itself() {
        assertThat(Json.read(write(SamplePlan.view(), Format.JSON), PlanRecord.class))
                .isEqualTo(SamplePlan.view().record());
    }

    @Test
    void a_step_that_needs_an_approval_or_was_not_judged_everywhere_does_not_pass_as_a_test() {
        assertThat(write(SamplePlan.view(), Format.JUNIT))
                .contains("<testsuite name=\"stand-up\" tests=\"2\" failures=\"0\" errors=\"1\"")
                .contains("<testcase classname=\"count\" name=\"approval\">\n      <failure type=\"needs-approval\"")
                .contains("<testcase classname=\"retire\" name=\"states\">\n      <error type=\"inconclusive\"")
                .contains("<testcase classname=\"award-points\" name=\"states\">\n      <error type=\"inconclusive\"");
    }

    @Test
    void the_same_finding_in_two_steps_is_two_results_that_name_their_steps() {
        PlanView view = SamplePlan.view(
                "p",
                List.of(
                        SamplePlan.step("a", Verdict.DENY, List.of(), gates(), List.of()),
                        SamplePlan.step("b", Verdict.DENY, List.of("a"), gates(), List.of())));

        JsonNode results = Json.read(write(view, Format.SARIF), JsonNode.class).at("/runs/0/results");

        assertThat(results.findValuesAsText("gatehouse/v1")).doesNotHaveDuplicates();
        assertThat(results.findValuesAsText("step")).contains("a", "b");
        assertThat(results.findValuesAsText("text")).anyMatch(text -> text.startsWith("In step b after a: "));
    }

    private static List<GateVerdict> gates() {
        return Sample.record().judgement().gates();
    }

    @Test
    void what_stands_is_compared_with_nothing() {
        assertThat(write(SamplePlan.findings(), Format.SARIF)).doesNotContain("baselineState");
    }

    @Test
    void commands_for_github_name_the_step_the_worst_first() {
        assertThat(write(SamplePlan.view(), Format.GITHUB).lines())
                .allMatch(line -> line.startsWith("::"))
                .anyMatch(line -> line.contains("title=award%3A The critical cannot do without the less critical::"))
                .anyMatch(
                        line -> line.startsWith(
                                "::warning title=count%3A approval::needs group shop, as the step says, and beside that an approver other"))
                .last()
                .asString()
                .startsWith(
                        "::error title=Gatehouse%3A error::Plan award-points: 4 steps in 4096 states: stand-up inconclusive, award error");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void nothing_that_steers_a_terminal_gets_through_a_plan(Format format) {
        PlanView view = SamplePlan.view(
                HostileTextTest.EVIL,
                List.of(SamplePlan.step(
                        HostileTextTest.EVIL,
                        Verdict.ERROR,
                        List.of(HostileTextTest.EVIL),
                        HostileTextTest.record().judgement().gates(),
                        List.of(HostileTextTest.EVIL))));

        String text = write(view, format);

        HostileTextTest.assertHarmless(text);
        if (format == Format.JUNIT) {
            assertThat(Schemas.junitMistakes(text)).isEmpty();
        } else if (format == Format.GITHUB) {
            assertThat(text.lines()).allMatch(line -> line.startsWith("::error ") || line.startsWith("::warning "));
        }
    }

    @Test
    void nor_through_tests_and_lint() {
        TestsView tests = new TestsView(
                List.of(new TestsView.Test(
                        HostileTextTest.EVIL,
                        HostileTextTest.EVIL,
                        HostileTextTest.EVIL,
                        false,
                        List.of(HostileTextTest.EVIL))),
                null,
                HostileTextTest.EVIL);
        TestsView.FORMATS.forEach(format -> HostileTextTest.assertHarmless(write(tests, format)));
        LintView lint = new LintView(List.of(Diagnostic.error(HostileTextTest.EVIL, HostileTextTest.EVIL)));
        LintView.FORMATS.forEach(format -> HostileTextTest.assertHarmless(write(lint, format)));
    }
}
