package dev.gatehouse.verdict;

import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sums up for one gate what was said under its rules.
final class GateSummary {
    private final Map<String, List<EntityRef>> checked = new TreeMap<>();
    private final Map<String, Failure> failed = new TreeMap<>();
    private final List<Unknown> unknowns = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    void add(Rule rule, Hearing.Heard said) {
        checked.put(rule.id(), said.checked);
        unknowns.addAll(said.unknowns);
        said.scores.forEach(scored -> scores.add(scored.score()));
        String failure = said.failure();
        if (failure != null) {
            fail(rule.id(), failure, rule.shadow());
        }
        if (said.unknowns.stream().anyMatch(Unknown::counts)) {
            verdicts.add(Verdict.INCONCLUSIVE);
        }
    }

    /// What failed gives an error, unless it only runs in shadow.
    void fail(String what, String why, boolean shadow) {
        failed.put(what, new Failure(why, shadow));
        if (!shadow) {
            verdicts.add(Verdict.ERROR);
        }
    }

    GateVerdict verdict(Gate gate, List<Ruling> rulings) {
        rulings.stream()
                .filter(Ruling::counts)
                .map(ruling -> ruling.level().verdict())
                .forEach(verdicts::add);
        Score worst = scores.stream()
                .max(Comparator.comparing(Score::value).thenComparing(Score::ruleId, Comparator.reverseOrder()))
                .orElse(null);
        return new GateVerdict(gate.name(), Verdict.worst(verdicts), worst, checked, rulings, unknowns, failed);
    }
}
