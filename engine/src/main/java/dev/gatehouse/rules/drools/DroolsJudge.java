package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.SubjectKind;
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
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;

/// Judges sheets by rules in DRL, each sheet in a session of its own. Findings and scores are sorted.
///
/// All rules about a kind of subject are heard together. Where a condition throws or time runs out, Drools cannot say
/// for whom, so each rule that was asked is heard alone, and only the culprit has failed. A condition that does not end
/// is left to itself: its rule has failed until it ends.
public final class DroolsJudge implements Judge {
    /// How many sheets one thread judges before more are worth a thread of their own.
    private static final int SIDE_BY_SIDE = 128;

    private final RuleSet rules;
    private final Compiled compiled;
    private final Budget budget;
    private final Digest digest;
    private final Map<SubjectKind, List<RuleSet.Definition>> byKind;

    private DroolsJudge(RuleSet rules, Budget budget) {
        this.rules = rules;
        this.budget = budget;
        this.compiled = Lint.compile(rules);
        this.byKind = rules.definitions().stream()
                .collect(Collectors.groupingBy(definition -> definition.rule().subject()));
        this.digest = rules.digest();
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
    public String version() {
        return String.valueOf(KieServices.class.getPackage().getImplementationVersion());
    }

    @Override
    public String set() {
        return "rules";
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
        return questions.stream().gather(Gatherers.windowFixed(SIDE_BY_SIDE)).toList().parallelStream()
                .flatMap(some -> Watch.each(some, this::judge).stream())
                .toList();
    }

    private Judgement judge(Question question, Watch watch) {
        Map<String, RuleSet.Definition> asked = asked(question);
        if (asked.isEmpty()) {
            return Judgement.NONE;
        }
        FactSheet sheet = question.sheet();
        List<RuleSet.Definition> all = byKind.getOrDefault(sheet.kind(), List.of());
        if (Watch.isStuck(all) || all.stream().anyMatch(Watch::isStuck)) {
            return eachAlone(sheet, asked, watch);
        }
        RuleReport together = report(sheet, asked);
        try {
            String name = "One of the rules about a " + sheet.kind().word();
            watch.run(
                    new Watch.Step(all, name, together.deadline()),
                    () -> hear(compiled.session(sheet.kind()), sheet, asked, together));
        } catch (RuntimeException | VirtualMachineError e) {
            return eachAlone(sheet, asked, watch);
        }
        return together.late()
                ? eachAlone(sheet, asked, watch)
                : new Judgement(together.findings(), together.scores(), together.failed());
    }

    private RuleReport report(FactSheet sheet, Map<String, RuleSet.Definition> asked) {
        return new RuleReport(sheet, asked, budget.forFacts(sheet.facts().count()));
    }

    private Map<String, RuleSet.Definition> asked(Question question) {
        Map<String, RuleSet.Definition> asked = new LinkedHashMap<>();
        for (RuleSet.Definition definition :
                byKind.getOrDefault(question.sheet().kind(), List.of())) {
            if (question.rules().contains(definition.rule().id())) {
                asked.put(definition.rule().id(), definition);
            }
        }
        return asked;
    }

    private Judgement eachAlone(FactSheet sheet, Map<String, RuleSet.Definition> asked, Watch watch) {
        List<Finding> findings = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        SortedMap<String, String> failed = new TreeMap<>();
        asked.forEach((id, definition) -> {
            RuleReport alone = report(sheet, Map.of(id, definition));
            failed.putAll(hearAlone(definition, sheet, alone, watch));
            if (!failed.containsKey(id)) {
                findings.addAll(alone.findings());
                scores.addAll(alone.scores());
            }
        });
        return new Judgement(findings, scores, failed);
    }

    private Map<String, String> hearAlone(
            RuleSet.Definition definition, FactSheet sheet, RuleReport alone, Watch watch) {
        String id = definition.rule().id();
        if (Watch.isStuck(definition)) {
            return Map.of(id, Failure.late(budget));
        }
        try {
            watch.run(
                    new Watch.Step(
                            definition,
                            "The rule '" + id + "', asked about " + sheet.subject() + ",",
                            alone.deadline()),
                    () -> hear(compiled.session(id), sheet, Map.of(id, definition), alone));
            return alone.late() ? Map.of(id, Failure.late(budget)) : alone.failed();
        } catch (RuntimeException | VirtualMachineError e) {
            return Map.of(id, Failure.inCondition(e));
        }
    }

    private static void hear(
            KieSession session, FactSheet sheet, Map<String, RuleSet.Definition> asked, RuleReport report) {
        try {
            session.setGlobal(RuleReport.GLOBAL, report);
            sheet.facts().forEach(session::insert);
            asked.values().forEach(definition -> definition.parameters().forEach(session::insert));
            session.fireAllRules(report);
        } finally {
            session.dispose();
        }
    }
}
