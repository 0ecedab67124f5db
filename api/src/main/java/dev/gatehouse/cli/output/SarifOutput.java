package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.usecase.Explain.ControlNote;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// SARIF 2.1.0 (OASIS, 2020), for code scanning: every finding, those that do not count too, told apart by
/// their baseline state and suppressions. What is not known and what failed stands among the notifications of
/// the run.
final class SarifOutput implements Output {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /// Names how the key is made, so that another way later is not mistaken for it.
    private static final String FINGERPRINT = "gatehouse/v1";

    @Override
    public String write(DecisionView view) {
        Map<String, Object> log = Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run(view)));
        return SafeText.json(Json.pretty(log)) + "\n";
    }

    private static Map<String, Object> run(DecisionView view) {
        Decision decision = view.decision();
        List<String> rules = decision.gates().stream()
                .flatMap(gate -> gate.findings().stream())
                .map(Ruling::ruleId)
                .distinct()
                .sorted()
                .toList();
        Map<String, Object> driver = Map.of(
                "name",
                "Gatehouse",
                "rules",
                rules.stream().map(id -> rule(view.rule(id))).toList());
        return Map.of(
                "tool", Map.of("driver", driver),
                "automationDetails",
                        Map.of(
                                "id",
                                "gatehouse/" + decision.environment().shortName() + "/"
                                        + view.record().decisionId()),
                "columnKind", "unicodeCodePoints",
                "invocations", List.of(invocation(decision)),
                "results",
                        decision.gates().stream()
                                .flatMap(gate -> gate.findings().stream()
                                        .map(ruling -> result(gate.gate(), ruling, rules.indexOf(ruling.ruleId()))))
                                .toList(),
                "properties",
                        Map.of(
                                "verdict",
                                decision.verdict().word(),
                                "change",
                                view.title(),
                                "covers",
                                decision.covers()));
    }

    private static Map<String, Object> rule(RuleNote rule) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("id", rule.ruleId());
        entry.put("shortDescription", text(rule.title()));
        if (!rule.why().isEmpty()) {
            entry.put("fullDescription", text(rule.why()));
        }
        if (!rule.remediation().isEmpty()) {
            entry.put("help", text(rule.remediation()));
        }
        if (!rule.controls().isEmpty()) {
            entry.put(
                    "properties",
                    Map.of(
                            "tags",
                            rule.controls().stream().map(ControlNote::words).toList()));
        }
        return entry;
    }

    private static Map<String, Object> invocation(Decision decision) {
        List<Object> notifications = new ArrayList<>();
        for (GateVerdict gate : decision.gates()) {
            gate.failed()
                    .forEach((rule, failure) -> notifications.add(
                            notification(failure.shadow() ? "note" : "error", gate.gate(), rule, failure.why())));
            DecisionView.unknown(gate)
                    .forEach(unknown -> notifications.add(notification(
                            "warning",
                            gate.gate(),
                            unknown.ruleId(),
                            Wording.unknown(unknown) + "; " + Wording.cure(unknown))));
        }
        return Map.of(
                "executionSuccessful",
                decision.verdict() != Verdict.ERROR,
                "toolExecutionNotifications",
                notifications);
    }

    private static Map<String, Object> notification(String level, String gate, String rule, String message) {
        return Map.of("level", level, "descriptor", Map.of("id", gate + "/" + rule), "message", text(message));
    }

    private static Map<String, Object> result(String gate, Ruling ruling, int ruleIndex) {
        Map<String, Object> result = new TreeMap<>();
        result.put("ruleId", ruling.ruleId());
        result.put("ruleIndex", ruleIndex);
        result.put("level", level(ruling));
        result.put("message", text(ruling.message()));
        result.put("baselineState", baseline(ruling.status()));
        result.put("partialFingerprints", Map.of(FINGERPRINT, ruling.key()));
        result.put("locations", SarifLocation.of(ruling));
        if (!ruling.path().isEmpty()) {
            result.put("codeFlows", SarifLocation.codeFlows(ruling));
        }
        result.put("suppressions", suppressions(ruling));
        result.put("properties", properties(gate, ruling));
        return result;
    }

    private static String level(Ruling ruling) {
        return ruling.shadow() ? "note" : level(ruling.level());
    }

    private static String level(Level level) {
        return switch (level) {
            case HARD -> "error";
            case SOFT -> "warning";
            case ADVISORY -> "note";
        };
    }

    private static String baseline(Comparison.Status status) {
        return switch (status) {
            case INTRODUCED -> "new";
            case WORSENED -> "updated";
            case UNCHANGED -> "unchanged";
            case RESOLVED -> "absent";
        };
    }

    /// Always there, if only empty: SARIF wants all results of a run to have it, or none.
    private static List<Object> suppressions(Ruling ruling) {
        List<Object> suppressions = new ArrayList<>();
        Ruling.WaivedBy waiver = ruling.waiver();
        if (waiver != null) {
            suppressions.add(suppression("waiver " + waiver.id() + " of " + Wording.name(waiver.owner()) + ", until "
                    + Wording.time(waiver.expires()) + ": " + waiver.reason()));
        }
        if (ruling.approval() != null) {
            suppressions.add(suppression("approval " + ruling.approval()));
        }
        return suppressions;
    }

    private static Map<String, Object> suppression(String justification) {
        return Map.of("kind", "external", "status", "accepted", "justification", justification);
    }

    private static Map<String, Object> properties(String gate, Ruling ruling) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("gate", gate);
        properties.put("severity", ruling.severity());
        properties.put("counts", ruling.counts());
        properties.put("shadow", ruling.shadow());
        properties.put("facts", ruling.facts());
        Measure measure = ruling.measure();
        if (measure != null) {
            properties.put("measure", measure);
        }
        return properties;
    }

    static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
