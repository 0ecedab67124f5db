package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.usecase.Explain.ControlNote;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.usecase.Rules;
import dev.gatehouse.verdict.JudgeSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Tells of the judges in force; the controls that they serve are named as the rules or the catalog declare them.
public final class RulesHere implements Rules {
    private final Access access;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;

    public RulesHere(Access access, Graph graph, Supplier<JudgeSet> judges) {
        this.access = access;
        this.graph = graph;
        this.judges = judges;
    }

    @Override
    public List<RuleNote> run(Actor actor) {
        access.require(actor, "rule:read", "*");
        return notes(judges.get(), graph).stream()
                .sorted(Comparator.comparing(RuleNote::ruleId))
                .toList();
    }

    /// In the order of the set.
    static List<RuleNote> notes(JudgeSet set, Graph graph) {
        return set.rules().stream().map(rule -> note(rule, set, graph)).toList();
    }

    private static RuleNote note(Rule rule, JudgeSet set, Graph graph) {
        List<ControlNote> controls =
                rule.controls().stream().map(name -> note(name, set, graph)).toList();
        return new RuleNote(rule.id(), rule.title(), rule.why(), rule.remediation(), controls);
    }

    /// As declared with the rules, otherwise in the catalog.
    private static ControlNote note(String name, JudgeSet set, Graph graph) {
        Control declared = set.controls().get(name);
        if (declared == null && !name.isEmpty()) {
            Declaration found = graph.head().snapshot().find(EntityRef.of(Kind.CONTROL, name));
            declared = found != null && found.entity() instanceof Control control ? control : null;
        }
        return declared == null
                ? ControlNote.unknown(name)
                : new ControlNote(name, declared.framework(), declared.id(), declared.title());
    }
}
