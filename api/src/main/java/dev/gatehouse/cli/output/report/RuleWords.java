package dev.gatehouse.cli.output.report;

import dev.gatehouse.model.Ordered;
import dev.gatehouse.usecase.Explain.RuleNote;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The words of rules.
///
/// @param byId a rule that is not there is told by its id alone
public record RuleWords(Map<String, RuleNote> byId) {
    public RuleWords {
        byId = Ordered.copyOf(byId);
    }

    public static RuleWords of(Collection<RuleNote> rules) {
        Map<String, RuleNote> byId = new TreeMap<>();
        rules.forEach(rule -> byId.put(rule.ruleId(), rule));
        return new RuleWords(byId);
    }

    public RuleNote rule(String id) {
        RuleNote rule = byId.get(id);
        return rule == null ? new RuleNote(id, id, "", "", List.of()) : rule;
    }

    /// `SOC 2 CC8.1 (its title), …`; empty where the rule serves none.
    public static String controls(RuleNote rule) {
        return rule.controls().stream()
                .map(control -> control.words() + (control.title() == null ? "" : " (" + control.title() + ")"))
                .collect(Collectors.joining(", "));
    }
}
