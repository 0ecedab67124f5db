package dev.gatehouse.app;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.Format;
import dev.gatehouse.catalog.backstage.BackstageFormat;
import dev.gatehouse.catalog.gatehouse.GatehouseFormat;
import dev.gatehouse.catalog.kubernetes.KubernetesFormat;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.usecase.inprocess.Documents;
import dev.gatehouse.usecase.inprocess.approval.Approvals;
import dev.gatehouse.usecase.inprocess.approval.ApproveHere;
import dev.gatehouse.usecase.inprocess.approval.BreakGlass;
import dev.gatehouse.usecase.inprocess.catalog.BlastRadiusHere;
import dev.gatehouse.usecase.inprocess.catalog.EntitiesHere;
import dev.gatehouse.usecase.inprocess.catalog.ImportHere;
import dev.gatehouse.usecase.inprocess.catalog.WaiversHere;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.usecase.inprocess.decision.AssessHere;
import dev.gatehouse.usecase.inprocess.decision.EvaluatePlanHere;
import dev.gatehouse.usecase.inprocess.decision.ExplainHere;
import dev.gatehouse.usecase.inprocess.decision.FindingsHere;
import dev.gatehouse.usecase.inprocess.decision.LookupHere;
import dev.gatehouse.usecase.inprocess.decision.ReplayDecision;
import dev.gatehouse.usecase.inprocess.decision.ReplayPlan;
import dev.gatehouse.usecase.inprocess.decision.RulesHere;
import dev.gatehouse.verdict.JudgeLoader;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The use cases of this process on the parts given.
///
/// @param loaded the judges in force, empty where nobody has asked for them yet
record Wiring(
        Access access,
        Graph graph,
        Journal journal,
        Records<DecisionRecord> records,
        Records<PlanRecord> evaluations,
        Supplier<JudgeSet> judges,
        Supplier<Optional<JudgeSet>> loaded,
        JudgeLoader past,
        InstantSource clock,
        List<String> sources) {
    UseCases useCases() {
        Documents documents = new Documents(DocumentReader::read, Wiring::formats);
        Ids ids = new Ids(clock);
        Approvals approvals = new Approvals(journal);
        BreakGlass breakGlass = new BreakGlass(approvals, records);
        Registrar registrar = new Registrar(graph, records);
        return new UseCases(
                new ImportHere(access, documents, graph, registrar, loaded, clock, sources),
                new AssessHere(
                        access, documents, graph, judges, records, approvals::all, registrar, clock, ids, sources),
                LookupHere.decisions(access, records),
                new ApproveHere(access, records, approvals, breakGlass, registrar, clock, ids),
                new ExplainHere(access, records, graph, judges, approvals::all, clock),
                new ReplayDecision(access, records, graph, past, judges),
                new BlastRadiusHere(access, graph),
                new FindingsHere(access, graph, judges, breakGlass, clock),
                new WaiversHere(access, documents, graph, judges, clock),
                new EvaluatePlanHere(access, documents, graph, judges, evaluations, approvals::all, clock, ids),
                LookupHere.evaluations(access, evaluations),
                new ReplayPlan(access, evaluations, graph, past, judges),
                new RulesHere(access, graph, judges),
                new EntitiesHere(access, graph, clock));
    }

    private static List<Format> formats(@Nullable EntityRef environment) {
        return List.of(new GatehouseFormat(), new BackstageFormat(), new KubernetesFormat(environment));
    }
}
