package dev.gatehouse.verdict;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.Judge;
import dev.gatehouse.fixture.Overheard;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HearingTest {
    @Test
    void every_judge_has_its_questions_before_the_first_is_waited_for() {
        List<String> log = new ArrayList<>();
        List<Judge> judges = List.of(noted("first", log), noted("second", log));
        JudgeSet set = new JudgeSet(judges, List.of(ShippedRules.gate("resilience", Gate.Scope.INTRODUCED)), Map.of());
        Matter matter = new Preparation(set, set.gates())
                .matter(
                        architecture().component("checkout", "").after("set: {component: checkout, tier: 1}"),
                        Actor.ADMINISTRATOR,
                        Instant.EPOCH,
                        List.of());

        new Decider(judges).decide(matter);

        assertThat(log).containsExactly("first begins", "second begins", "first is waited for", "second is waited for");
    }

    private static Judge noted(String id, List<String> log) {
        return new Overheard(
                AttributeJudge.needing(id, "resilience", "subject"),
                _ -> log.add(id + " begins"),
                _ -> log.add(id + " is waited for"));
    }
}
