package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Overridden;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.document.Count;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// An evaluated plan for people: the whole first, then each step that is not simply allowed.
public final class PlanText {
    private static final int BODY = 2;
    private static final int PROOF = 6;

    private final Page page;

    public PlanText(Terminal terminal) {
        this.page = new Page(terminal);
    }

    /// The whole text, ending in a line break.
    public String write(PlanEvaluation plan) {
        page.paragraph(0, "Plan " + plan.plan() + ": " + plan.verdict().word(), Page.Style.BOLD);
        line(Count.of(plan.steps().size(), "step") + ", judged in " + Count.of(plan.states(), "state")
                + " that can exist on the way"
                + (plan.complete() ? "" : "; there are more" + order(plan)));
        line("gates: " + gates(plan.gates()));
        line(
                plan.blast().affected() == 0
                        ? "can hurt no others"
                        : "can hurt " + Count.of(plan.blast().affected(), "other") + ", of which "
                                + plan.blast().failing() + " would fail");
        line("teams: " + names(plan.teams()));
        plan.inFlight()
                .forEach(other -> line("in flight beside it: " + other.ref().shortName() + ", sharing "
                        + names(other.shared()) + (other.overlaps() ? ", at the same time" : "")));
        if (!plan.irreversible().isEmpty()) {
            line("cannot be undone: " + String.join(", ", plan.irreversible()));
        }
        plan.steps().forEach(step -> step(step, plan.complete()));
        return page.toString();
    }

    private static String order(PlanEvaluation plan) {
        return plan.unordered().isEmpty() ? "" : ": put in order " + String.join(", ", plan.unordered());
    }

    private void step(PlanEvaluation.StepEvaluation step, boolean complete) {
        EntityRef owner = step.owner();
        page.blank()
                .paragraph(
                        0,
                        step.step() + ": " + step.verdict().word() + ", by "
                                + (owner == null ? "nobody known" : owner.shortName()),
                        Page.Style.BOLD);
        Overridden.in(step.judged()).forEach(overridden -> line(overridden.words()));
        boolean explained = !step.findings().isEmpty()
                || step.judged().stream()
                        .anyMatch(gate -> !GateView.failed(gate, false).isEmpty()
                                || !GateView.unknown(gate).isEmpty());
        if (explained) {
            line("worst when " + (step.after().isEmpty() ? "nothing" : String.join(" and ", step.after()))
                    + (step.after().size() > 1 ? " are" : " is") + " done before it:");
        }
        step.judged().forEach(this::failures);
        step.findings().forEach(this::finding);
        step.judged().forEach(this::unknowns);
        if (!complete) {
            entry(Verdict.INCONCLUSIVE, PlanView.incomplete(step));
        }
        if (!step.approvals().isEmpty()) {
            line(PlanView.needs(step));
        }
    }

    private void failures(GateVerdict gate) {
        GateView.failed(gate, false)
                .forEach((rule, why) -> entry(Verdict.ERROR, gate.gate() + " failed: " + rule + ": " + why));
    }

    private void finding(Ruling finding) {
        entry(finding.level().verdict(), finding.message() + " (" + finding.ruleId() + ")");
        new PathDrawing(page.width() - PROOF)
                .draw(finding.path())
                .forEach(drawn -> page.line(PROOF, drawn, Page.Style.PLAIN));
    }

    private void unknowns(GateVerdict gate) {
        GateView.unknown(gate)
                .forEach(unknown ->
                        entry(Verdict.INCONCLUSIVE, Wording.unknown(unknown) + "; " + Wording.cure(unknown)));
    }

    private void entry(Verdict leadsTo, String text) {
        page.entry(" ".repeat(BODY), leadsTo.word(), Wording.style(leadsTo), text);
    }

    private void line(String text) {
        page.paragraph(" ".repeat(BODY), BODY, text, Page.Style.PLAIN);
    }

    private static String gates(Map<String, Verdict> gates) {
        return gates.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().word())
                .collect(Collectors.joining(", "));
    }

    private static String names(Collection<EntityRef> refs) {
        return refs.stream().map(EntityRef::shortName).collect(Collectors.joining(", "));
    }
}
