package dev.gatehouse.usecase.inprocess.cases;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.files.Folder;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.usecase.TestRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Runs cases on snapshots in memory.
public final class TestRulesHere implements TestRules {
    private final Access access;
    private final Function<List<RuleSource>, Judge> judges;
    private final DocumentParser parser;
    private final CaseReader reader;

    /// @param judges makes a judge of rules as they ship, without a gate's adjustments
    /// @param parser for cases and path questions
    public TestRulesHere(Access access, Function<List<RuleSource>, Judge> judges, DocumentParser parser) {
        this.access = access;
        this.judges = judges;
        this.parser = parser;
        this.reader = new CaseReader(parser);
    }

    @Override
    public Result run(Actor actor, List<Folder> folders) {
        access.require(actor, "rule:test", "*");
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, PathQuestion> questions = new TreeMap<>();
        Map<String, List<Case>> cases = new TreeMap<>();
        for (Folder folder : folders) {
            question(folder.rule(), questions, problems);
            List<Case> own = cases.computeIfAbsent(folder.rule().id(), _ -> new ArrayList<>());
            folder.cases().forEach(file -> own.addAll(reader.read(file, problems)));
        }
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new InvalidInputException(problems);
        }
        try (Judge judge = judges.apply(folders.stream().map(Folder::rule).toList())) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Rule rule : judge.rules()) {
                CaseRun run = new CaseRun(rule, judge, questions);
                cases.getOrDefault(rule.id(), List.of()).forEach(one -> outcomes.add(run.run(one, actor)));
            }
            return new Result(outcomes);
        }
    }

    private void question(RuleSource rule, Map<String, PathQuestion> questions, List<Diagnostic> problems) {
        if (rule.path() == null) {
            return;
        }
        try {
            questions.put(
                    rule.id(),
                    PathQuestion.read(parser.parse(rule.pathFile(), rule.path().getBytes(StandardCharsets.UTF_8))
                            .only(rule.pathFile())));
        } catch (InvalidInputException e) {
            problems.addAll(e.diagnostics());
        }
    }
}
