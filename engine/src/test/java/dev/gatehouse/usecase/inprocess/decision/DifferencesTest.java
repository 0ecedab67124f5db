package dev.gatehouse.usecase.inprocess.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Json;
import dev.gatehouse.plan.PlanEvaluation;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final PlanEvaluation NOW = evaluation("""
            {"plan": "move", "actor": {"name": "ann"}, "clock": "2026-11-20T12:00:00Z", "verdict": "deny",
             "states": 1, "complete": true, "steps": [{"step": "first", "verdict": "deny"}],
             "blast": {"ref": "change:default/move", "affected": 0, "failing": 0}}
            """);

    @Test
    void a_step_that_the_record_has_lost_or_that_it_alone_has_is_told() {
        PlanEvaluation other = evaluation(Json.write(NOW).replace("first", "second"));

        assertThat(Differences.between(other, NOW)).containsExactly("step first is new", "step second is gone");
    }

    @Test
    void what_there_are_no_words_for_is_told_by_its_name() {
        PlanEvaluation other = evaluation(Json.write(NOW).replace("\"first\"", "\"first\",\"approvals\":[\"shop\"]"));

        assertThat(Differences.between(other, NOW)).isEmpty();
        assertThat(Differences.inParts(other, NOW)).containsExactly("other steps than then");
        assertThat(Differences.inParts(NOW, NOW)).isEmpty();
    }

    private static PlanEvaluation evaluation(String json) {
        return Json.read(json, PlanEvaluation.class);
    }
}
