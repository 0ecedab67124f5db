package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.catalog.OperationText;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Tries small additions to a change, by the rules in force now and without its approvals, and keeps those that turn a
/// finding off without making the verdict worse or a rule silent.
public final class Fixes {
    private static final String USUAL_TIMEOUT = "2s";

    private final Decision decision;
    private final Snapshot before;
    private final JudgeSet judges;

    Fixes(Decision decision, Snapshot before, JudgeSet judges) {
        this.decision = decision;
        this.before = before;
        this.judges = judges;
    }

    /// At most one for each finding that counts: the first that works.
    List<Explain.Fix> proven() {
        Snapshot after = resolve(decision.change()).after();
        Decision now = decide(decision.change());
        return now.findings()
                .filter(Ruling::counts)
                .flatMap(ruling -> candidates(ruling, after).stream()
                        .flatMap(operation -> tried(now, ruling, operation).stream())
                        .limit(1))
                .toList();
    }

    /// What could turn a finding off: the measured attribute at its limit, a timeout, encryption, a softer need.
    private static List<Operation.Set> candidates(Ruling ruling, Snapshot after) {
        List<Operation.Set> candidates = new ArrayList<>();
        Measure measure = ruling.measure();
        if (measure != null) {
            ruling.facts().stream()
                    .filter(fact -> measure.value().toPlainString().equals(fact.value()))
                    .forEach(fact ->
                            candidates.add(new Operation.Set(fact.ref(), Map.of(fact.name(), measure.limit()))));
        }
        for (Hop hop : ruling.path()) {
            Declaration edge = after.find(hop.edge());
            if (edge != null && edge.entity() instanceof Dependency dependency) {
                if (dependency.timeout() == null) {
                    candidates.add(set(hop.edge(), "timeout", USUAL_TIMEOUT));
                }
                candidates.add(set(hop.edge(), "criticality", "soft"));
            } else if (edge != null && edge.entity() instanceof Flow flow) {
                candidates.add(tagged(flow, "encrypted"));
                candidates.add(tagged(flow, "anonymised"));
            }
        }
        return candidates;
    }

    private static Operation.Set set(EntityRef entity, String attribute, Object value) {
        return new Operation.Set(entity, Map.of(attribute, value));
    }

    private static Operation.Set tagged(Flow flow, String tag) {
        TreeSet<String> tags = new TreeSet<>(flow.tags());
        tags.add(tag);
        return set(flow.ref(), "tags", List.copyOf(tags));
    }

    private List<Explain.Fix> tried(Decision now, Ruling ruling, Operation.Set operation) {
        try {
            Decision again = decide(decision.change().and(operation));
            boolean off = again.findings()
                    .noneMatch(other -> other.counts() && other.key().equals(ruling.key()));
            boolean worse = again.verdict().compareTo(now.verdict()) > 0;
            return off && !worse && !silenced(again, ruling)
                    ? List.of(new Explain.Fix(ruling.key(), OperationText.of(operation), again.verdict()))
                    : List.of();
        } catch (InvalidInputException _) {
            return List.of();
        }
    }

    /// Whether the rule only says nothing because it could not be judged.
    private static boolean silenced(Decision again, Ruling ruling) {
        return again.gates().stream()
                .anyMatch(gate -> gate.failed().containsKey(ruling.ruleId())
                        || gate.unknowns().stream()
                                .anyMatch(unknown -> unknown.ruleId().equals(ruling.ruleId())
                                        && unknown.subject().equals(ruling.subject())));
    }

    private ResolvedChange resolve(Change change) {
        return ChangeResolver.resolve(change, before, EntityPatch::patched);
    }

    private Decision decide(Change change) {
        List<String> asked = decision.gates().stream().map(GateVerdict::gate).toList();
        List<Gate> gates = judges.gates().stream()
                .filter(gate -> asked.contains(gate.name()))
                .toList();
        return new Decider(judges.judges())
                .decide(new Preparation(judges, gates)
                        .matter(resolve(change), decision.actor(), decision.clock(), List.of()));
    }
}
