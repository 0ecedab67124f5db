package dev.gatehouse.usecase.inprocess.approval;

import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Rejection;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Approvals that broke the glass and that nobody has reviewed. A review is an ordinary approval of the same change by
/// somebody else, given afterwards, or their rejection; an expiry is none.
public final class BreakGlass {
    /// The gate under which they stand.
    private static final String GATE = "compliance";

    private static final String ID = "break-glass-unreviewed";
    private static final int KEY_LENGTH = 16;

    private final Approvals approvals;
    private final Records<DecisionRecord> records;

    public BreakGlass(Approvals approvals, Records<DecisionRecord> records) {
        this.approvals = approvals;
        this.records = records;
    }

    /// Whether a decision's change went through broken glass and somebody else than that person should look at it.
    boolean awaitsReview(Decision decision, String reviewer) {
        return unreviewed()
                .anyMatch(approval -> approval.covers().equals(decision.covers())
                        && !approval.by().equals(reviewer));
    }

    private Stream<Approval> unreviewed() {
        List<Approval> given = approvals.given();
        List<Rejection> rejections = approvals.rejections();
        return given.stream()
                .filter(Approval::breakGlass)
                .filter(broken -> given.stream().noneMatch(other -> reviews(other, broken))
                        && rejections.stream().noneMatch(other -> reviews(other, broken)));
    }

    private static boolean reviews(Approval other, Approval broken) {
        return !other.breakGlass()
                && other.covers().equals(broken.covers())
                && !other.by().equals(broken.by())
                && !other.at().isBefore(broken.at());
    }

    private static boolean reviews(Rejection other, Approval broken) {
        return other.change().equals(broken.change())
                && !other.by().equals(broken.by())
                && !other.at().isBefore(broken.at());
    }

    /// The gates of an environment, with a finding for each approval that awaits review.
    public List<GateVerdict> addTo(List<GateVerdict> verdicts, List<Gate> gates, EntityRef environment) {
        List<Ruling> rulings = unreviewed()
                .flatMap(approval -> finding(approval, environment, gates).stream())
                .toList();
        return verdicts.stream()
                .map(verdict -> verdict.gate().equals(GATE) ? with(verdict, rulings) : verdict)
                .toList();
    }

    private List<Ruling> finding(Approval approval, EntityRef environment, List<Gate> gates) {
        DecisionRecord record = RecordLookup.find(records, DecisionRecord.KIND, approval.decision());
        if (!record.judgement().environment().equals(environment)) {
            return List.of();
        }
        EntityRef change = record.judgement().change().ref();
        return gates.stream()
                .filter(gate -> gate.name().equals(GATE))
                .map(gate -> new Ruling(
                        Json.digest(List.of(ID, approval.id())).brief(KEY_LENGTH),
                        ID,
                        change,
                        Severity.HIGH,
                        Comparison.Status.UNCHANGED,
                        gate.level(environment, Severity.HIGH),
                        true,
                        approval.by() + " broke the glass for it on " + approval.at() + " (" + approval.reason()
                                + "), and nobody has reviewed that; somebody else looks at decision "
                                + approval.decision() + ", and approves it with the reason",
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        false))
                .toList();
    }

    private static GateVerdict with(GateVerdict gate, List<Ruling> rulings) {
        List<Ruling> findings = new ArrayList<>(gate.findings());
        findings.addAll(rulings);
        List<Verdict> verdicts = new ArrayList<>(List.of(gate.verdict()));
        rulings.forEach(ruling -> verdicts.add(ruling.level().verdict()));
        return new GateVerdict(
                gate.gate(),
                Verdict.worst(verdicts),
                gate.score(),
                gate.checked(),
                findings,
                gate.unknowns(),
                gate.failed());
    }
}
