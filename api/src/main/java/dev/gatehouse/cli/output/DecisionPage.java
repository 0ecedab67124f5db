package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Outcome;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.document.Count;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The parts of a page about a decision that its table and its explanation share.
final class DecisionPage {
    private static final int SHOWN = 10;

    private final Page page;
    private final DecisionView view;

    DecisionPage(Page page, DecisionView view) {
        this.page = page;
        this.view = view;
    }

    /// The verdict, about what, made of what, and what to do next.
    void header() {
        Decision decision = view.decision();
        page.entry("", decision.verdict().word(), Wording.style(decision.verdict()), view.title());
        page.paragraph(
                0,
                decision.change().ref().shortName() + " in "
                        + decision.environment().shortName() + ", as of " + Wording.time(decision.clock())
                        + ", decision " + view.record().decisionId(),
                Page.Style.DIM);
        page.blank();
        page.paragraph(0, Wording.tally(decision), Page.Style.PLAIN);
        String next = next();
        if (!next.isEmpty()) {
            page.paragraph("Next: ", 6, next, Page.Style.PLAIN);
        }
    }

    private String next() {
        Approval approval = view.approval();
        Verdict verdict = view.decision().verdict();
        if (approval != null
                && verdict != Verdict.ALLOW
                && verdict != Verdict.WARN
                && view.decision().goesAheadWhenApproved(approval.breakGlass())) {
            return "check again: " + given(approval) + ".";
        }
        Approval own = view.decision().own();
        if (own != null && view.decision().goesAheadWhenApproved(own.breakGlass())) {
            return "let somebody else check it.";
        }
        return switch (verdict) {
            case ALLOW, WARN -> "";
            case NEEDS_APPROVAL -> approve() + ".";
            case INCONCLUSIVE -> "say what is not known, as listed below, then check again.";
            case DENY ->
                "mend what is marked deny, then check again; gatehouse explain "
                        + view.record().decisionId() + " --fix" + (view.inFile() ? " --catalog …" : "")
                        + " looks for what would turn it green.";
            case ERROR -> "mend what failed, then check again; until then nothing passes.";
        };
    }

    /// How what soft gates object to goes ahead.
    String approve() {
        Approval approval = view.approval();
        if (approval != null) {
            return given(approval);
        }
        return view.inFile()
                ? "approvals live on a server: check there, without --catalog, and have it approved by " + approver()
                : "gatehouse approve " + view.record().decisionId() + " --reason …, by " + approver();
    }

    private static String given(Approval approval) {
        return approval.by() + (approval.breakGlass() ? " broke the glass for it" : " approved it")
                + ", which holds until " + Wording.time(approval.expires());
    }

    private String approver() {
        EntityRef requester = view.decision().change().requestedBy();
        return requester == null ? "an approver" : "an approver other than " + Wording.name(requester);
    }

    /// What could not be judged, which gives an error.
    void failures() {
        if (view.decision().gates().stream()
                .allMatch(gate -> GateView.failed(gate, false).isEmpty())) {
            return;
        }
        page.blank().line(0, "Failed", Page.Style.BOLD);
        for (GateVerdict gate : view.worstFirst()) {
            GateView.failed(gate, false)
                    .forEach((rule, why) -> page.entry(
                            "  ",
                            gate.gate() + ":",
                            Wording.style(Verdict.ERROR),
                            rule.equals("gate") ? why : rule + ": " + why));
        }
    }

    /// What is not known and counts; the rest by number.
    void unknowns() {
        counting();
        long others = uncounted().count();
        if (others > 0) {
            page.blank()
                    .paragraph(
                            0,
                            Count.of(others, "more thing") + " not known, and not counted; explain tells which.",
                            Page.Style.DIM);
        }
    }

    /// Everything that is not known.
    void allUnknowns() {
        counting();
        if (uncounted().findAny().isPresent()) {
            page.blank().line(0, "Not known, and not counted", Page.Style.BOLD);
            uncounted().forEach(unknown -> page.paragraph(2, Wording.unknown(unknown), Page.Style.DIM));
        }
    }

    private Stream<Unknown> uncounted() {
        return view.worstFirst().stream()
                .flatMap(gate -> gate.unknowns().stream())
                .filter(unknown -> !unknown.counts());
    }

    private void counting() {
        List<Unknown> counting = view.worstFirst().stream()
                .flatMap(gate -> GateView.unknown(gate).stream())
                .toList();
        if (!counting.isEmpty()) {
            page.blank().line(0, "Not known", Page.Style.BOLD);
            counting.forEach(unknown ->
                    page.paragraph(2, Wording.unknown(unknown) + "; " + Wording.cure(unknown), Page.Style.PLAIN));
        }
    }

    /// What was found and does not count, in short.
    void lists() {
        list("Approved", inShort(Outcome.APPROVED, DecisionPage::approval));
        list("Waived", inShort(Outcome.WAIVED, DecisionPage::waiver));
        list("In shadow", Stream.concat(shadowFailures(), inShort(Outcome.SHADOW, _ -> "")));
        list("Resolved", inShort(Outcome.RESOLVED, _ -> ""));
        int old = (int) view.rulings(Outcome.OLD).count();
        if (old > 0) {
            String line = old == 1 ? "1 old finding stays as it was." : old + " old findings stay as they were.";
            page.blank().line(0, line, Page.Style.DIM);
        }
    }

    private static String approval(Ruling ruling) {
        return ruling.approval() == null ? "" : ", " + Wording.approval(ruling.approval());
    }

    private static String waiver(Ruling ruling) {
        return ruling.waiver() == null ? "" : ", waiver " + ruling.waiver().id();
    }

    private Stream<String> inShort(Outcome outcome, Function<Ruling, String> suffix) {
        return view.rulings(outcome)
                .map(ruling -> ruling.ruleId() + " on " + Wording.name(ruling.subject()) + suffix.apply(ruling));
    }

    private Stream<String> shadowFailures() {
        return view.decision().gates().stream()
                .flatMap(gate -> GateView.failed(gate, true).entrySet().stream())
                .map(failed -> failed.getKey() + " failed: " + failed.getValue());
    }

    private void list(String title, Stream<String> texts) {
        List<String> all = texts.toList();
        if (all.isEmpty()) {
            return;
        }
        page.blank().line(0, title, Page.Style.BOLD);
        all.stream().limit(SHOWN).forEach(text -> page.paragraph(2, text, Page.Style.PLAIN));
        if (all.size() > SHOWN) {
            page.line(2, "and " + (all.size() - SHOWN) + " more", Page.Style.DIM);
        }
    }
}
