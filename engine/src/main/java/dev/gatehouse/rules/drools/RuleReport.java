package dev.gatehouse.rules.drools;

import dev.gatehouse.facts.Citable;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Score;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.rules.Proof;
import dev.gatehouse.rules.Report;
import dev.gatehouse.rules.RuleSet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/// What the rules say while one sheet is judged: lets those fire that were asked, knows which one speaks, and keeps
/// each to its budget. A rule that overruns is not fired again; the others go on.
final class RuleReport implements Report, AgendaFilter {
    /// The global that every rule file declares.
    static final String GLOBAL = "findings";

    private final FactSheet sheet;
    private final Map<String, RuleSet.Definition> asked;
    private final Budget budget;
    private final long deadline;
    private final Map<String, Integer> firings = new HashMap<>();
    private final SortedMap<String, Set<Finding>> findings = new TreeMap<>();
    private final SortedMap<String, Set<Score.Contribution>> contributions = new TreeMap<>();
    private final SortedMap<String, String> failed = new TreeMap<>();
    private RuleSet.@Nullable Definition speaking;
    private boolean late;

    RuleReport(FactSheet sheet, Map<String, RuleSet.Definition> asked, Budget budget) {
        this.sheet = sheet;
        this.asked = asked;
        this.budget = budget;
        this.deadline = System.nanoTime() + budget.time().toNanos();
    }

    @Override
    public boolean accept(Match match) {
        String id = ruleId(match.getRule().getName());
        RuleSet.Definition definition = asked.get(id);
        if (definition == null || late || failed.containsKey(id)) {
            return false;
        }
        late = System.nanoTime() - deadline > 0;
        int limit = budget.firings();
        if (firings.merge(id, 1, Integer::sum) > limit) {
            failed.put(id, "it fired more than " + limit + " times on one sheet");
        }
        speaking = definition;
        return !late && !failed.containsKey(id);
    }

    /// The rule that a DRL rule belongs to: `tier-inversion: second` is of `tier-inversion`.
    private static String ruleId(String name) {
        int colon = name.indexOf(": ");
        return colon < 0 ? name : name.substring(0, colon);
    }

    @Override
    public void report(String message, Citable... evidence) {
        report(speaker().rule().severity(), message, evidence);
    }

    @Override
    public void report(Severity severity, String message, Citable... evidence) {
        Proof proof = Proof.of(evidence);
        RuleSet.Definition definition = speaker();
        findings.computeIfAbsent(definition.rule().id(), _ -> new LinkedHashSet<>())
                .add(new Finding(
                        definition.rule().id(),
                        sheet.subject(),
                        proof.key(definition.rule().key(), sheet.subject()),
                        severity,
                        message,
                        proof.measure(),
                        proof.path(),
                        proof.facts()));
    }

    @Override
    public void contribute(String name, Number points, String because) {
        contributions
                .computeIfAbsent(speaker().rule().id(), _ -> new LinkedHashSet<>())
                .add(new Score.Contribution(name, new BigDecimal(points.toString()), because));
    }

    /// The rule that speaks could not go on.
    void fail(String reason) {
        failed.putIfAbsent(speaker().rule().id(), reason);
    }

    /// When time runs out, as [System#nanoTime] tells it.
    long deadline() {
        return deadline;
    }

    /// True when time ran out before every rule had been heard.
    boolean late() {
        return late;
    }

    Map<String, String> failed() {
        return failed;
    }

    /// What was said by rules that did not fail.
    List<Finding> findings() {
        return findings.entrySet().stream()
                .filter(entry -> !failed.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Order.FINDINGS)
                .toList();
    }

    /// The sums of what rules that did not fail contributed.
    List<Score> scores() {
        return contributions.entrySet().stream()
                .filter(entry -> !failed.containsKey(entry.getKey()))
                .map(entry -> score(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Score score(String id, Set<Score.Contribution> parts) {
        BigDecimal sum = parts.stream().map(Score.Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Score(
                id,
                sum.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)),
                parts.stream().sorted(Order.CONTRIBUTIONS).toList());
    }

    private RuleSet.Definition speaker() {
        if (speaking == null) {
            throw new IllegalStateException("Nothing is reported before a rule fires");
        }
        return speaking;
    }
}
