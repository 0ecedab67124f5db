package dev.gatehouse.usecase.inprocess.cases;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.TestRules;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Decides on a case with one rule alone, by a gate that lets every finding count, and compares.
public final class CaseRun {
    private final Rule rule;
    private final JudgeSet judges;
    private final Gate gate;

    /// @param judge that has the rule, beside others or not
    /// @param questions path questions by the id of their rule
    public CaseRun(Rule rule, Judge judge, Map<String, PathQuestion> questions) {
        this.rule = rule;
        this.gate = new Gate(rule.gate(), "cases", Gate.Scope.ALL, Map.of(), Map.of(), Map.of(), null, Map.of());
        this.judges = new JudgeSet(List.of(new Alone(judge, rule)), List.of(gate), questions);
    }

    /// How the case goes. Never throws over what the case says.
    public TestRules.Outcome run(Case one, Actor actor) {
        List<String> missing = new ArrayList<>();
        List<String> unexpected = new ArrayList<>();
        try {
            GateVerdict verdict = new Decider(judges.judges())
                    .decide(matter(one, actor))
                    .gates()
                    .getFirst();
            compareFindings(one, verdict, missing, unexpected);
            compareScore(one, verdict, missing, unexpected);
            compareUnknowns(one, verdict, missing, unexpected);
            verdict.failed().values().forEach(failure -> unexpected.add("failed: " + failure.why()));
        } catch (InvalidInputException e) {
            e.diagnostics().forEach(diagnostic -> unexpected.add(diagnostic.toString()));
        }
        return new TestRules.Outcome(rule.id(), one.file(), one.name(), one.finds(), missing, unexpected);
    }

    private Matter matter(Case one, Actor actor) {
        Snapshot snapshot = architecture(one);
        Preparation preparation = new Preparation(judges, List.of(gate));
        Change change = one.change();
        return change == null
                ? preparation.standing(snapshot, one.environment(), actor, one.at())
                : preparation.matter(
                        ChangeResolver.resolve(change, snapshot, EntityPatch::patched), actor, one.at(), List.of());
    }

    /// What is given, with the changes in flight.
    private static Snapshot architecture(Case one) {
        Snapshot given = Snapshot.of(one.given(), Map.of());
        List<Declaration> all = new ArrayList<>(one.given());
        for (Change change : one.beside()) {
            Set<EntityRef> touched = ChangeResolver.resolve(change, given, EntityPatch::patched)
                    .touched()
                    .keySet();
            RegisteredChange registered = new RegisteredChange(
                    change.ref(),
                    change.title(),
                    RegisteredChange.State.APPROVED,
                    change.environment(),
                    change.requestedBy(),
                    change.window(),
                    change.initiative(),
                    null,
                    Json.digest(change).value(),
                    touched,
                    one.at(),
                    Instant.MAX);
            all.add(new Declaration(registered, new Provenance("case", one.file(), 0, false)));
        }
        return Snapshot.of(all, Map.of());
    }

    private static void compareFindings(Case one, GateVerdict verdict, List<String> missing, List<String> unexpected) {
        List<Expectation> open = new ArrayList<>(one.expect());
        for (Ruling ruling : verdict.findings()) {
            Expectation met = open.stream()
                    .filter(expectation -> expectation.matches(ruling))
                    .findFirst()
                    .orElse(null);
            if (met == null) {
                unexpected.add(Expectation.describe(ruling));
            } else {
                open.remove(met);
            }
        }
        open.forEach(expectation -> missing.add(expectation.toString()));
    }

    private static void compareScore(Case one, GateVerdict verdict, List<String> missing, List<String> unexpected) {
        Score score = verdict.score();
        Case.Bounds bounds = one.score();
        boolean asExpected = score == null ? bounds == null : bounds != null && bounds.contain(score.value());
        if (!asExpected && bounds != null) {
            missing.add(bounds.toString());
        }
        if (!asExpected && score != null) {
            unexpected.add("a score of " + score.value().toPlainString() + ": " + score.contributions());
        }
    }

    /// Without a change nothing is named, and every unknown is looked at; with one, those that count against it.
    private static void compareUnknowns(Case one, GateVerdict verdict, List<String> missing, List<String> unexpected) {
        Set<EntityRef> open = new TreeSet<>(one.inconclusive());
        for (Unknown unknown : verdict.unknowns()) {
            boolean expected = one.inconclusive().contains(unknown.subject());
            if ((unknown.counts() || one.change() == null) && !expected) {
                unexpected.add("inconclusive for " + unknown.subject() + ": " + unknown.what() + " of "
                        + unknown.about() + " is not known");
            }
            if (unknown.counts() || one.change() == null) {
                open.remove(unknown.subject());
            }
        }
        open.forEach(subject -> missing.add("inconclusive for " + subject));
    }
}
