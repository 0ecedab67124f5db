package dev.gatehouse.cli.output.report;

import dev.gatehouse.document.Count;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an approval overrode. Said wherever the verdict stands: without it, what goes ahead over objections would look
/// like what nobody objects to.
///
/// @param findings at least one, the worst of each gate first
public record Overridden(Ruling.ApprovedBy approval, List<Ruling> findings) {
    public Overridden {
        findings = List.copyOf(findings);
    }

    /// What was overridden among what these gates found, by approval.
    public static List<Overridden> in(List<GateVerdict> gates) {
        Map<Ruling.ApprovedBy, List<Ruling>> byApproval = new LinkedHashMap<>();
        for (GateVerdict gate : gates) {
            GateView.rulings(gate, Outcome.APPROVED).forEach(ruling -> {
                if (ruling.approval() != null) {
                    byApproval
                            .computeIfAbsent(ruling.approval(), _ -> new ArrayList<>())
                            .add(ruling);
                }
            });
        }
        return byApproval.entrySet().stream()
                .map(entry -> new Overridden(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// `ann broke the glass, which overrides 2 findings that deny it and 1 finding that needs approval`
    public String words() {
        List<String> parts = new ArrayList<>();
        add(parts, Level.HARD, " that denies it", " that deny it");
        add(parts, Level.SOFT, " that needs approval", " that need approval");
        return approval.by()
                + (approval.breakGlass() ? " broke the glass, which overrides " : " approved it, which overrides ")
                + String.join(" and ", parts);
    }

    private void add(List<String> parts, Level level, String one, String many) {
        long number =
                findings.stream().filter(ruling -> ruling.level() == level).count();
        if (number > 0) {
            parts.add(Count.of(number, "finding") + (number == 1 ? one : many));
        }
    }

    /// Each finding, in short.
    List<String> lines() {
        return findings.stream()
                .map(ruling -> ruling.ruleId() + " on " + Wording.name(ruling.subject()) + ": " + ruling.message())
                .toList();
    }
}
