package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.usecase.Explain.ControlNote;
import dev.gatehouse.usecase.Explain.Explanation;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Failure;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Names and messages come from files that anybody may have written.
class HostileTextTest {
    static final String EVIL = "a\u001b[2J\u009b31m\u202e<b x=\"1\">&]]>\r\n::error::gotcha%0A,:\u0000\ud800\ufffe";
    private static final EntityRef NAME = EntityRef.of(Kind.COMPONENT, EVIL);

    static DecisionRecord record() {
        Ruling ruling = new RulingBuilder(EVIL, NAME)
                .message(EVIL)
                .path(Sample.needs(NAME, Sample.BANK), Sample.needs(Sample.BANK, NAME))
                .facts(new Ruling.CitedFact(EVIL, NAME, EVIL, EVIL, "dir,a:b\u001b\n/100%.yaml:7", true, null))
                .expired(EVIL)
                .ruling();
        Ruling waived =
                new RulingBuilder(EVIL + "2", NAME).message(EVIL).waiver(EVIL).ruling();
        Ruling overridden = new RulingBuilder(EVIL + "5", NAME)
                .message(EVIL)
                .approval(new Ruling.ApprovedBy(EVIL, EVIL, EVIL, true))
                .ruling();
        GateVerdict gate = new GateVerdict(
                EVIL,
                Verdict.ERROR,
                null,
                Map.of(EVIL, List.of(NAME)),
                List.of(ruling, waived, overridden),
                List.of(new Unknown(EVIL + "3", NAME, NAME, EVIL, Unknown.Why.MISSING, true, false)),
                Map.of(EVIL + "4", new Failure(EVIL, false)));
        return Sample.record(EVIL, Verdict.ERROR, List.of(gate));
    }

    private static final List<RuleNote> RULES =
            List.of(new RuleNote(EVIL, EVIL, EVIL, EVIL, List.of(new ControlNote(EVIL, EVIL, EVIL, EVIL))));

    @ParameterizedTest
    @EnumSource(Format.class)
    void nothing_that_steers_a_terminal_gets_through(Format format) {
        assertHarmless(format.write(DecisionView.of(record(), RULES), Terminal.PLAIN));
    }

    @Test
    void nor_through_explanations_and_lists_of_findings() {
        assertHarmless(
                new ExplanationText(Terminal.PLAIN).write(new Explanation(record(), RULES, List.of(), null), false));
        assertHarmless(
                new FindingsText(Terminal.PLAIN).write(record().judgement().gates()));
    }

    static void assertHarmless(String text) {
        assertThat(text).doesNotContainPattern("[\\p{Cc}\u202e\ufffe&&[^\n]]");
    }

    @Test
    void every_line_for_github_is_one_command() {
        String text = Format.GITHUB.write(DecisionView.of(record(), RULES), Terminal.PLAIN);

        assertThat(text.lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("::error ") || line.startsWith("::warning "));
        assertThat(text)
                .contains(
                        "::error file=dir%2Ca%3Ab\ufffd /100%25.yaml,line=7,title=a\ufffd[2J",
                        "%3A%3Aerror%3A%3Agotcha")
                .contains("gotcha%250A");
    }

    @Test
    void json_keeps_every_value() {
        DecisionRecord harmlessBefore = Sample.record("a\u009b\u202e\u001bb", Verdict.ALLOW, List.of());
        String json = Format.JSON.write(DecisionView.of(harmlessBefore, List.of()), Terminal.PLAIN);

        assertThat(json).contains("a\\u009b\\u202e\\u001Bb");
        assertThat(Json.read(json, DecisionRecord.class)).isEqualTo(harmlessBefore);
    }

    @Test
    void xml_and_sarif_stay_well_formed() {
        DecisionView view = DecisionView.of(record(), RULES);

        assertThat(Schemas.junitMistakes(Format.JUNIT.write(view, Terminal.PLAIN)))
                .isEmpty();
        assertThat(Schemas.sarifMistakes(Format.SARIF.write(view, Terminal.PLAIN)))
                .isEmpty();
    }
}
