package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsViewTest {
    private static final EntityRef BOOKING = EntityRef.of(Kind.COMPONENT, "booking");

    @Test
    void tools_are_told_what_is_not_known_and_do_not_take_it_for_passed() {
        GateVerdict gate = new GateVerdict(
                "resilience",
                Verdict.ALLOW,
                null,
                Map.of("retry-storm", List.of(BOOKING), "tried", List.of(BOOKING)),
                List.of(),
                List.of(unknown("retry-storm", false), unknown("tried", true)),
                Map.of());

        List<Unknown> told = new FindingsView("production", List.of(gate), List.of())
                .report()
                .parts()
                .getFirst()
                .gates()
                .getFirst()
                .unknowns();

        assertThat(told).filteredOn(Unknown::counts).extracting(Unknown::ruleId).containsExactly("retry-storm");
    }

    private static Unknown unknown(String rule, boolean shadow) {
        return new Unknown(rule, BOOKING, BOOKING, "retries", Unknown.Why.MISSING, false, shadow);
    }
}
