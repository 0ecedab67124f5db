package dev.gatehouse.cli;

import dev.gatehouse.cli.output.PathDrawing;
import dev.gatehouse.cli.output.Terminal;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.Map;
import java.util.stream.Collectors;

/// An evaluated plan for people: the whole first, then each step that is not simply allowed.
final class PlanText {
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    PlanText(Terminal terminal) {
        this.terminal = terminal;
    }

    String write(PlanEvaluation plan) {
        line("Plan " + plan.plan() + ": " + plan.verdict().word());
        line("  " + plan.steps().size() + " steps, judged in " + plan.states() + " states that can exist on the way"
                + (plan.bounded() ? "" : "; there are more: put in order " + String.join(", ", plan.unordered())));
        line("  gates: " + gates(plan.gates()));
        line("  can hurt " + plan.blast().affected() + " others, of which "
                + plan.blast().failing() + " would fail");
        line("  teams: " + names(plan.teams()));
        plan.inFlight()
                .forEach(other -> line("  in flight beside it: " + other.ref().shortName() + ", sharing "
                        + names(other.shared()) + (other.overlaps() ? ", at the same time" : "")));
        if (!plan.irreversible().isEmpty()) {
            line("  cannot be undone: " + String.join(", ", plan.irreversible()));
        }
        plan.steps().forEach(this::step);
        return text.toString();
    }

    private void step(PlanEvaluation.StepEvaluation step) {
        line("");
        EntityRef owner = step.owner();
        line(step.step() + ": " + step.verdict().word() + ", by "
                + (owner == null ? "nobody known" : owner.shortName()));
        if (!step.findings().isEmpty()) {
            line("  worst when " + (step.after().isEmpty() ? "nothing is" : String.join(", ", step.after()) + " are")
                    + " done before it:");
        }
        for (Ruling finding : step.findings()) {
            line("  " + finding.level().verdict().word() + ": " + finding.message() + " (" + finding.ruleId() + ")");
            new PathDrawing(terminal.width() - 6).draw(finding.path()).forEach(drawn -> line("      " + drawn));
        }
        step.approvals().forEach(approval -> line("  needs " + approval));
    }

    private static String gates(Map<String, Verdict> gates) {
        return gates.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().word())
                .collect(Collectors.joining(", "));
    }

    private static String names(Iterable<EntityRef> refs) {
        StringBuilder names = new StringBuilder();
        refs.forEach(ref -> names.append(names.isEmpty() ? "" : ", ").append(ref.shortName()));
        return names.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
