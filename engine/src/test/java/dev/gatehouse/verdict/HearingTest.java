package dev.gatehouse.verdict;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Digest;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HearingTest {
    @Test
    void every_judge_has_its_questions_before_the_first_is_waited_for() {
        List<String> log = new ArrayList<>();
        List<Judge> judges = List.of(
                new Noted(AttributeJudge.needing("first", "resilience", "subject"), log),
                new Noted(AttributeJudge.needing("second", "resilience", "subject"), log));
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

    /// A judge, and when it was asked for what.
    private record Noted(Judge judge, List<String> log) implements Judge {
        @Override
        public Supplier<List<Judgement>> begin(List<Question> questions) {
            log.add(engine() + " begins");
            return () -> {
                log.add(engine() + " is waited for");
                return judge(questions);
            };
        }

        @Override
        public List<Judgement> judge(List<Question> questions) {
            return judge.judge(questions);
        }

        @Override
        public String engine() {
            return judge.engine();
        }

        @Override
        public String version() {
            return judge.version();
        }

        @Override
        public String set() {
            return judge.set();
        }

        @Override
        public List<Rule> rules() {
            return judge.rules();
        }

        @Override
        public Digest digest() {
            return judge.digest();
        }

        @Override
        public Map<String, String> texts() {
            return judge.texts();
        }
    }
}
