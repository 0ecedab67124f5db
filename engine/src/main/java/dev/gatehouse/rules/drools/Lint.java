package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.rules.RuleSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says everything that is wrong with rules: syntax, metadata, what the compiler refuses, and what a rule may not do.
public final class Lint {
    private Lint() {}

    /// Sorted by place, one for each place; none where the rules can be run.
    ///
    /// @param adjustments by rule id
    public static List<Diagnostic> check(List<RuleSource> sources, Map<String, Adjustment> adjustments) {
        List<Diagnostic> problems = new ArrayList<>();
        RuleReader.read(sources, adjustments, problems);
        problems.addAll(check(sources));
        return distinct(problems);
    }

    /// The rules compiled, if they may be run.
    ///
    /// @throws InvalidInputException with everything that is wrong with them
    static Compiled compile(RuleSet rules) {
        List<RuleSource> sources =
                rules.definitions().stream().map(RuleSet.Definition::source).toList();
        List<Diagnostic> problems = new ArrayList<>();
        readable(sources).forEach(drl -> Discipline.check(drl, problems));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(distinct(check(sources)));
        }
        try {
            return Compiled.of(rules);
        } catch (RuntimeException | LinkageError e) {
            List<Diagnostic> found = distinct(check(sources));
            if (found.isEmpty()) {
                throw e;
            }
            throw new InvalidInputException(found);
        }
    }

    private static List<Diagnostic> check(List<RuleSource> sources) {
        List<Drl> readable = readable(sources);
        boolean compiles = compiles(readable);
        List<Diagnostic> problems = new ArrayList<>();
        for (Drl drl : readable) {
            List<Diagnostic> own = new ArrayList<>();
            Discipline.check(drl, own);
            List<Diagnostic> compiler =
                    compiles ? List.of() : Diagnosis.of(drl.source(), drl.tree().getNamespace());
            problems.addAll(own);
            compiler.stream()
                    .filter(problem -> own.isEmpty() || problem.line() > 1)
                    .forEach(problems::add);
        }
        return problems;
    }

    private static List<Drl> readable(List<RuleSource> sources) {
        List<Diagnostic> syntax = new ArrayList<>();
        return sources.stream()
                .flatMap(source -> Drl.parse(source, syntax).stream())
                .toList();
    }

    private static boolean compiles(List<Drl> readable) {
        try {
            return Compiled.errors(readable.stream()
                            .map(drl -> new Compiled.Text(
                                    drl.tree().getNamespace(), drl.source().drl()))
                            .toList())
                    .isEmpty();
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static List<Diagnostic> distinct(List<Diagnostic> problems) {
        Map<String, Diagnostic> places = new LinkedHashMap<>();
        problems.forEach(
                problem -> places.putIfAbsent(problem.file() + ":" + problem.line() + ":" + problem.column(), problem));
        return places.values().stream().sorted().toList();
    }
}
