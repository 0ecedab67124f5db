package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.Overridden;
import dev.gatehouse.cli.output.report.Report;
import dev.gatehouse.cli.output.report.Report.Note;
import dev.gatehouse.cli.output.report.Report.Part;
import dev.gatehouse.cli.output.report.RuleWords;
import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.document.Count;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.plan.PlanEvaluation.StepEvaluation;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An evaluated plan as it is shown: tools are told of each step in the state in which it came out worst.
///
/// @param rules the words of the rules in force
/// @param written where the steps stand
public record PlanView(PlanRecord record, Collection<RuleNote> rules, Written written) implements Reported {
    public PlanView {
        rules = List.copyOf(rules);
    }

    @Override
    public String table(Terminal terminal) {
        return new PlanText(terminal).write(record.evaluation());
    }

    @Override
    public Object json() {
        return record;
    }

    @Override
    public Report report() {
        PlanEvaluation plan = record.evaluation();
        List<Part> parts = new ArrayList<>();
        if (!plan.complete()) {
            Note note = new Note("states", Verdict.INCONCLUSIVE, List.of(unbounded(plan)));
            parts.add(new Part(
                    plan.plan(), "plan " + plan.plan(), Verdict.INCONCLUSIVE, List.of(), List.of(note), written));
        }
        plan.steps().forEach(step -> parts.add(part(step, plan.complete())));
        return new Report(
                "plan/" + plan.plan() + "/" + record.evaluationId(),
                "Plan " + plan.plan(),
                plan.verdict(),
                summary(plan),
                plan.clock(),
                parts,
                RuleWords.of(rules),
                true,
                Map.of(
                        "verdict",
                        plan.verdict().word(),
                        "plan",
                        plan.plan(),
                        "states",
                        plan.states(),
                        "complete",
                        plan.complete()));
    }

    private Part part(StepEvaluation step, boolean complete) {
        List<Note> notes = new ArrayList<>();
        if (!complete) {
            notes.add(new Note("states", Verdict.INCONCLUSIVE, List.of(incomplete(step))));
        }
        if (!step.approvals().isEmpty()) {
            notes.add(new Note("approval", Verdict.NEEDS_APPROVAL, List.of(needs(step))));
        }
        return new Part(
                step.step(), "step " + step.step() + after(step), step.verdict(), step.judged(), notes, written);
    }

    private static String after(StepEvaluation step) {
        return step.after().isEmpty() ? "" : " after " + String.join(", ", step.after());
    }

    /// All the consents that a step needs, in one place.
    static String needs(StepEvaluation step) {
        return "needs " + String.join(", and beside that ", step.approvals());
    }

    /// Of a step in a plan of too many states.
    static String incomplete(StepEvaluation step) {
        return "the step was judged in " + (step.judged().isEmpty() ? "none" : "only some")
                + " of the states in which it can run";
    }

    static String unbounded(PlanEvaluation plan) {
        return "more states can exist on the way than the " + plan.states() + " that were judged"
                + (plan.unordered().isEmpty() ? "" : "; put in order " + String.join(", ", plan.unordered()));
    }

    private static String summary(PlanEvaluation plan) {
        String steps = plan.steps().stream()
                .filter(step -> step.verdict() != Verdict.ALLOW)
                .map(step -> step.step() + " " + step.verdict().word())
                .collect(Collectors.joining(", "));
        String overridden = plan.steps().stream()
                .flatMap(step -> Overridden.in(step.judged()).stream()
                        .map(approval -> "; in step " + step.step() + " " + approval.words()))
                .collect(Collectors.joining());
        String nothing = overridden.isEmpty() ? "nothing speaks against it" : "nothing else speaks against it";
        return Count.of(plan.steps().size(), "step") + " in " + Count.of(plan.states(), "state") + ": "
                + (steps.isEmpty() ? nothing : steps) + overridden;
    }
}
