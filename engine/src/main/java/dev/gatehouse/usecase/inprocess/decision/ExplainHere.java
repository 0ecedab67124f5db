package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.usecase.Explain.Explanation;
import dev.gatehouse.usecase.Explain.Fix;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Explains records; fixes are tried on the graph as it was then, and where that is another graph, on this one.
public final class ExplainHere implements Explain {
    private final Access access;
    private final Records<DecisionRecord> records;
    private final Graph graph;
    private final Supplier<JudgeSet> judges;
    private final Supplier<List<Approval>> approvals;
    private final InstantSource clock;

    public ExplainHere(
            Access access,
            Records<DecisionRecord> records,
            Graph graph,
            Supplier<JudgeSet> judges,
            Supplier<List<Approval>> approvals,
            InstantSource clock) {
        this.access = access;
        this.records = records;
        this.graph = graph;
        this.judges = judges;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public Explanation run(Actor actor, String decisionId, boolean fix) {
        access.require(actor, "decision:read", decisionId);
        DecisionRecord record = RecordLookup.find(records, DecisionRecord.KIND, decisionId);
        JudgeSet set = judges.get();
        return new Explanation(
                record, notes(record, set), fix ? fixes(record, set) : List.of(), approval(record.judgement()));
    }

    private @Nullable Approval approval(Decision decision) {
        return Approval.holding(
                        approvals.get(),
                        decision.covers(),
                        clock.instant(),
                        decision.actor().name(),
                        decision.change().requestedBy())
                .orElse(null);
    }

    /// A note on every rule that the decision asked.
    private List<RuleNote> notes(DecisionRecord record, JudgeSet set) {
        Set<String> asked = new TreeSet<>();
        record.judgement().gates().forEach(gate -> asked.addAll(gate.checked().keySet()));
        return RulesHere.notes(set, graph).stream()
                .filter(rule -> asked.contains(rule.ruleId()))
                .toList();
    }

    private List<Fix> fixes(DecisionRecord record, JudgeSet set) {
        Long revision = record.graphRevision();
        Graph.State head = graph.head();
        if (revision != null && head.revision().number() == 0) {
            throw new InvalidInputException(
                    "Fixes are tried on the architecture, and the record does not hold it",
                    "give the catalog beside it, or ask the server that decided");
        }
        return new Fixes(
                        record.judgement(),
                        revision == null || revision > head.revision().number() ? head.snapshot() : graph.at(revision),
                        set)
                .proven();
    }
}
