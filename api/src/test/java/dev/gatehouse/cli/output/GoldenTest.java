package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.usecase.Explain.Explanation;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenTest {
    @ParameterizedTest
    @EnumSource(Format.class)
    void a_decision_with_everything_in_it_is_written_as_ever(Format format) {
        Resources.assertGolden("decision." + format.word(), format.write(Sample.view(), Terminal.PLAIN));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_decision_that_goes_ahead_over_objections_says_so_in_every_format(Format format) {
        String text = format.write(SampleDecisions.overridden(), Terminal.PLAIN);

        Resources.assertGolden("overridden." + format.word(), text);
        assertThat(text)
                .contains("pat")
                .containsAnyOf("broke the glass", "\"breakGlass\" : true")
                .doesNotContain("Nothing speaks against it");
    }

    @Test
    void its_explanation_is_written_as_ever() {
        Resources.assertGolden(
                "explanation.txt", new ExplanationText(Terminal.PLAIN).write(Sample.explanation(), false));
    }

    @Test
    void a_decision_in_a_file_is_approved_on_a_server() {
        DecisionView view = SampleDecisions.asking().kept(true);
        Explanation explanation = new Explanation(view.record(), Sample.rules(), List.of(), null);

        assertThat(Format.TABLE.write(view, Terminal.PLAIN)).contains("""
                        Next: approvals live on a server: check there, without --catalog, and have it
                              approved by an approver other than group checkout.
                        """).doesNotContain("gatehouse approve");
        assertThat(new ExplanationText(Terminal.PLAIN).write(explanation, true))
                .contains("   Who may decide   approvals live on a server: check there, without")
                .doesNotContain("gatehouse approve");
    }

    @Test
    void what_was_approved_since_is_to_be_checked_again() {
        DecisionView view = SampleDecisions.asking();
        Approval approval = new Approval(
                "a-9", "", view.decision().covers(), "d-0042", "ann", "agreed", Sample.CLOCK, Sample.CLOCK, false);
        Explanation explanation = new Explanation(view.record(), Sample.rules(), List.of(), approval);

        assertThat(new ExplanationText(Terminal.PLAIN).write(explanation, false))
                .contains(
                        "Next: check again: ann approved it, which holds until 2026-11-20 18:00 UTC.\n",
                        "Who may decide   ann approved it, which holds until 2026-11-20 18:00 UTC.\n")
                .doesNotContain("gatehouse approve");
    }

    @Test
    void a_blast_radius_is_written_as_ever() {
        Resources.assertGolden("blast.txt", new BlastText(Terminal.PLAIN).write(Sample.blast()));
    }

    @Test
    void findings_are_written_as_ever() {
        assertThat(new FindingsText(Terminal.PLAIN)
                        .write(Sample.record().judgement().gates()))
                .isEqualTo(Resources.text("findings.table"));
    }

    @Test
    void json_is_the_record_itself() {
        String json = Format.JSON.write(Sample.view(), Terminal.PLAIN);

        assertThat(Json.read(json, DecisionRecord.class)).isEqualTo(Sample.record());
    }

    @Test
    void an_allowed_change_needs_few_words() {
        DecisionView view = DecisionView.of(Sample.record(null, Verdict.ALLOW, List.of()), List.of());

        assertThat(Format.TABLE.write(view, Terminal.PLAIN)).isEqualTo("""
                allow  award-loyalty-points
                award-loyalty-points in production, as of 2026-11-20 18:00 UTC, decision d-0042

                Nothing speaks against it.
                """);
    }
}
