package dev.gatehouse.verdict;

import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.Ordered;
import java.util.List;
import java.util.Map;

/// The judges in force, the gates that they serve, and the path questions of their rules.
///
/// @param questions by rule id
public record JudgeSet(List<Judge> judges, List<Gate> gates, Map<String, PathQuestion> questions) {
    public JudgeSet {
        judges = List.copyOf(judges);
        gates = List.copyOf(gates);
        questions = Ordered.copyOf(questions);
    }

    /// Every rule of every judge.
    public List<Rule> rules() {
        return judges.stream().flatMap(judge -> judge.rules().stream()).toList();
    }
}
