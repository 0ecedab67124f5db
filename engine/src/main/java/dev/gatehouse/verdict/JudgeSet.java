package dev.gatehouse.verdict;

import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.governance.Control;
import java.util.List;
import java.util.Map;

/// The judges in force, the gates that they serve, and the path questions of their rules.
///
/// @param questions by rule id
/// @param controls that are declared beside the rules, by name; a catalog can hold further ones
public record JudgeSet(
        List<Judge> judges, List<Gate> gates, Map<String, PathQuestion> questions, Map<String, Control> controls) {
    public JudgeSet {
        judges = List.copyOf(judges);
        gates = List.copyOf(gates);
        questions = Ordered.copyOf(questions);
        controls = Ordered.copyOf(controls);
    }

    /// Judges beside whose rules no controls are declared.
    public JudgeSet(List<Judge> judges, List<Gate> gates, Map<String, PathQuestion> questions) {
        this(judges, gates, questions, Map.of());
    }

    /// Every rule of every judge.
    public List<Rule> rules() {
        return judges.stream().flatMap(judge -> judge.rules().stream()).toList();
    }
}
