package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Result;
import dev.gatehouse.facts.assembly.ChangeResolver;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeLoader;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Decides again from what the records kept.
public final class ReplayHere implements Replay {
    private final Access access;
    private final Records records;
    private final Graph graph;
    private final Documents documents;
    private final JudgeLoader loader;
    private final Supplier<JudgeSet> current;

    public ReplayHere(
            Access access,
            Records records,
            Graph graph,
            Documents documents,
            JudgeLoader loader,
            Supplier<JudgeSet> current) {
        this.access = access;
        this.records = records;
        this.graph = graph;
        this.documents = documents;
        this.loader = loader;
        this.current = current;
    }

    @Override
    public Result run(Actor actor, String decisionId) {
        access.require(actor, "decision:replay", decisionId);
        DecisionRecord record = RecordLookup.find(records, decisionId);
        Evidence.Restored restored = Evidence.restore(new Digest(record.matter()), records);
        List<Judge> judges = new ArrayList<>();
        restored.texts().forEach((set, texts) -> judges.add(loader.load(set, texts)));
        return result(record, new Decider(judges).decide(restored.matter()));
    }

    @Override
    public Result runWithCurrentRules(Actor actor, String decisionId) {
        access.require(actor, "decision:replay", decisionId);
        DecisionRecord record = RecordLookup.find(records, decisionId);
        Matter then = Evidence.restore(new Digest(record.matter()), records).matter();
        JudgeSet set = current.get();
        List<String> asked = then.gates().stream().map(Gate::name).toList();
        List<Gate> gates =
                set.gates().stream().filter(gate -> asked.contains(gate.name())).toList();
        Long revision = record.graphRevision();
        Matter now = revision == null || revision > graph.head().revision().number()
                ? onSheets(then, gates)
                : new Preparation(set, gates)
                        .matter(
                                ChangeResolver.resolve(then.change(), graph.at(revision), documents::patch),
                                then.actor(),
                                then.clock(),
                                then.approvals());
        return result(record, new Decider(set.judges()).decide(now));
    }

    private static Matter onSheets(Matter then, List<Gate> gates) {
        return new Matter(
                then.change(),
                then.actor(),
                then.clock(),
                then.named(),
                then.sheets(),
                then.demanded(),
                then.readings(),
                gates,
                then.waivers(),
                then.approvals());
    }

    private static Result result(DecisionRecord record, Decision now) {
        Decision then = record.judgement();
        boolean same = Json.write(then).equals(Json.write(now));
        return new Result(
                record.decisionId(),
                same,
                then.verdict(),
                now.verdict(),
                same ? List.of() : Differences.between(then, now));
    }
}
