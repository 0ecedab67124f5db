package dev.gatehouse.shipped;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A decision by all rules that ship: everything but reading the change's document and keeping the record.
final class Judging {
    private static final Instant CLOCK = Instant.parse("2026-11-20T12:00:00Z");

    private final JudgeSet judges;

    /// @param further judges beside Drools
    Judging(Judge... further) {
        List<RuleSource> sources = Shipped.sources();
        List<Judge> all = new ArrayList<>(List.of(further));
        all.add(DroolsJudge.of(RuleReader.read(sources, Map.of())));
        this.judges = new JudgeSet(all, Shipped.gates(), questions(sources));
    }

    private static Map<String, PathQuestion> questions(List<RuleSource> sources) {
        Map<String, PathQuestion> questions = new HashMap<>();
        sources.forEach(source -> {
            if (source.path() != null) {
                Document document = DocumentReader.read(
                                source.pathFile(), source.path().getBytes(StandardCharsets.UTF_8))
                        .documents()
                        .getFirst();
                questions.put(source.id(), PathQuestion.read(document));
            }
        });
        return questions;
    }

    Decision decide(Change change, Snapshot snapshot) {
        return new Decider(judges.judges()).decide(matter(change, snapshot));
    }

    Matter matter(Change change, Snapshot snapshot) {
        ResolvedChange resolved = ChangeResolver.resolve(change, snapshot, EntityPatch::patched);
        return new Preparation(judges, judges.gates()).matter(resolved, Actor.ADMINISTRATOR, CLOCK, List.of());
    }
}
