package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;

/// Judges sheets by rules in DRL, each sheet in a session of its own. Findings and scores are sorted.
///
/// All rules about a kind of subject are heard together. Where a condition throws or time runs out, Drools cannot say
/// for whom, so each rule that was asked is heard alone, and only the culprit has failed.
public final class DroolsJudge implements Judge {
    private final RuleSet rules;
    private final Compiled compiled;
    private final Budget budget;
    private final Digest digest;

    private DroolsJudge(RuleSet rules, Budget budget) {
        this.rules = rules;
        this.budget = budget;
        this.compiled = Lint.compile(rules);
        String version = KieServices.class.getPackage().getImplementationVersion();
        this.digest = Json.digest(Map.of("drools", String.valueOf(version), "rules", rules.digest()));
    }

    /// Compiles the rules. It takes a second or more; judges made before go on working meanwhile.
    ///
    /// @throws InvalidInputException with everything that [Lint] has against them
    public static DroolsJudge of(RuleSet rules) {
        return of(rules, Budget.DEFAULT);
    }

    static DroolsJudge of(RuleSet rules, Budget budget) {
        return new DroolsJudge(rules, budget);
    }

    @Override
    public String engine() {
        return "drools";
    }

    @Override
    public List<Rule> rules() {
        return rules.rules();
    }

    @Override
    public Digest digest() {
        return digest;
    }

    @Override
    public Map<String, String> texts() {
        return rules.texts();
    }

    @Override
    public List<Judgement> judge(List<Question> questions) {
        return questions.stream().map(this::judge).toList();
    }

    private Judgement judge(Question question) {
        Map<String, RuleSet.Definition> asked = asked(question);
        if (asked.isEmpty()) {
            return Judgement.NONE;
        }
        FactSheet sheet = question.sheet();
        Hearing together =
                new Hearing(sheet, asked, budget.forFacts(sheet.facts().count()));
        try {
            hear(compiled.session(sheet.kind()), sheet, asked, together);
        } catch (RuntimeException | StackOverflowError e) {
            return eachAlone(sheet, asked);
        }
        return together.late()
                ? eachAlone(sheet, asked)
                : new Judgement(together.findings(), together.scores(), together.failed());
    }

    private Map<String, RuleSet.Definition> asked(Question question) {
        Map<String, RuleSet.Definition> asked = new LinkedHashMap<>();
        for (RuleSet.Definition definition : rules.definitions()) {
            String id = definition.rule().id();
            if (definition.rule().subject() == question.sheet().kind()
                    && question.rules().contains(id)) {
                asked.put(id, definition);
            }
        }
        return asked;
    }

    private Judgement eachAlone(FactSheet sheet, Map<String, RuleSet.Definition> asked) {
        List<Finding> findings = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        SortedMap<String, String> failed = new TreeMap<>();
        asked.forEach((id, definition) -> {
            Hearing alone = new Hearing(
                    sheet, Map.of(id, definition), budget.forFacts(sheet.facts().count()));
            try {
                hear(compiled.session(id), sheet, Map.of(id, definition), alone);
                failed.putAll(alone.late() ? Map.of(id, Failure.late(budget)) : alone.failed());
            } catch (RuntimeException | StackOverflowError e) {
                failed.put(id, Failure.inCondition(e));
            }
            if (!failed.containsKey(id)) {
                findings.addAll(alone.findings());
                scores.addAll(alone.scores());
            }
        });
        return new Judgement(findings, scores, failed);
    }

    private static void hear(
            KieSession session, FactSheet sheet, Map<String, RuleSet.Definition> asked, Hearing hearing) {
        try {
            session.setGlobal(Hearing.GLOBAL, hearing);
            sheet.facts().forEach(session::insert);
            asked.values().forEach(definition -> definition.parameters().forEach(session::insert));
            session.fireAllRules(hearing);
        } finally {
            session.dispose();
        }
    }
}
