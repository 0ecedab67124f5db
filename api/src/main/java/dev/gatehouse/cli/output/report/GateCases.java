package dev.gatehouse.cli.output.report;

import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.tool.JunitReport.Case;
import dev.gatehouse.cli.output.tool.JunitReport.Result;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Word;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Failure;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a gate said as the cases of a test report: one for each rule and subject that it checked, those that passed
/// too; a rule that failed before it was asked about anything has one of its own.
///
/// @param classes what the names of their classes begin with
record GateCases(GateVerdict gate, RuleWords rules, String classes) {
    List<Case> all() {
        Map<String, Set<EntityRef>> subjects = new TreeMap<>();
        gate.checked().forEach((rule, checked) -> subjects.put(rule, new TreeSet<>(checked)));
        gate.findings().stream()
                .filter(ruling -> Outcome.of(ruling) != Outcome.RESOLVED)
                .forEach(ruling -> subjects.computeIfAbsent(ruling.ruleId(), _ -> new TreeSet<>())
                        .add(ruling.subject()));
        gate.failed().keySet().forEach(rule -> subjects.computeIfAbsent(rule, _ -> new TreeSet<>()));
        List<Case> cases = new ArrayList<>();
        subjects.forEach((rule, of) -> {
            Failure failure = gate.failed().get(rule);
            if (of.isEmpty() && failure != null) {
                cases.add(failed(rule, "all", failure));
            }
            of.forEach(subject -> cases.add(of(rules.rule(rule), subject)));
        });
        return cases;
    }

    private Case of(RuleNote note, EntityRef subject) {
        String rule = note.ruleId();
        String name = subject.toString();
        List<Ruling> counting = rulings(rule, subject, Outcome.COUNTS);
        List<String> unknown = GateView.unknown(gate).stream()
                .filter(one -> one.ruleId().equals(rule) && one.subject().equals(subject))
                .map(Wording::unknown)
                .toList();
        if (counting.stream().anyMatch(ruling -> ruling.level() != Level.ADVISORY)) {
            List<String> lines = new ArrayList<>(lines(counting));
            lines.addAll(unknown);
            if (!note.controls().isEmpty()) {
                lines.add("controls: " + RuleWords.controls(note));
            }
            String type = counting.getFirst().level().verdict().word();
            return one(rule, name, Result.FAILURE, type, lines);
        }
        Failure failure = gate.failed().get(rule);
        if (failure != null) {
            return failed(rule, name, failure);
        }
        if (!unknown.isEmpty()) {
            return one(rule, name, Result.ERROR, "inconclusive", unknown);
        }
        return counting.isEmpty()
                ? accepted(rule, subject)
                : one(rule, name, Result.PASSED, Verdict.WARN.word(), lines(counting));
    }

    private Case failed(String rule, String subject, Failure failure) {
        return failure.shadow()
                ? one(rule, subject, Result.SKIPPED, "shadow", List.of("failed in shadow: " + failure.why()))
                : one(rule, subject, Result.ERROR, "error", List.of(failure.why()));
    }

    /// Skipped where something was found and accepted, otherwise passed.
    private Case accepted(String rule, EntityRef subject) {
        for (Outcome outcome : List.of(Outcome.WAIVED, Outcome.APPROVED, Outcome.SHADOW)) {
            List<String> lines = rulings(rule, subject, outcome).stream()
                    .map(GateCases::accepted)
                    .toList();
            if (!lines.isEmpty()) {
                return one(rule, subject.toString(), Result.SKIPPED, Word.of(outcome), lines);
            }
        }
        return one(rule, subject.toString(), Result.PASSED, "", List.of());
    }

    private Case one(String rule, String subject, Result result, String type, List<String> lines) {
        return new Case(classes + gate.gate() + "." + rule, subject, result, type, lines);
    }

    private static String accepted(Ruling ruling) {
        if (ruling.waiver() != null) {
            return "waived by " + ruling.waiver().id() + ": " + ruling.message();
        }
        return ruling.approval() == null
                ? "in shadow, blocks nobody: " + ruling.message()
                : approved(ruling.approval()) + ": " + ruling.message();
    }

    private static String approved(Ruling.ApprovedBy approval) {
        return approval.breakGlass()
                ? "overridden by " + approval.by() + ", who broke the glass (approval " + approval.id() + ")"
                : "approved by " + approval.by() + " (approval " + approval.id() + ")";
    }

    private List<Ruling> rulings(String rule, EntityRef subject, Outcome outcome) {
        return GateView.rulings(gate, outcome)
                .filter(ruling ->
                        ruling.ruleId().equals(rule) && ruling.subject().equals(subject))
                .toList();
    }

    private static List<String> lines(List<Ruling> counting) {
        List<String> lines = new ArrayList<>();
        for (Ruling ruling : counting) {
            lines.add(ruling.message());
            if (ruling.measure() != null) {
                lines.add(ruling.measure().words());
            }
            lines.addAll(new PathDrawing(Integer.MAX_VALUE).draw(ruling.path()));
            ruling.facts().stream().map(Wording::fact).forEach(lines::add);
        }
        return lines;
    }
}
