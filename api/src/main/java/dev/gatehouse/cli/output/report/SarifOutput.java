package dev.gatehouse.cli.output.report;

import dev.gatehouse.cli.output.tool.SarifLog;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.usecase.Explain.ControlNote;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A report for code scanning: every finding, those that do not count too, told apart by their baseline state and
/// suppressions. What is not known, what failed and what else weighs stands among the notifications of the run.
public final class SarifOutput {
    /// Names how the key is made, so that another way later is not mistaken for it.
    private static final String FINGERPRINT = "gatehouse/v1";

    private SarifOutput() {}

    public static SarifLog of(Report report) {
        List<String> rules = report.parts().stream()
                .flatMap(part -> part.gates().stream())
                .flatMap(gate -> gate.findings().stream())
                .map(Ruling::ruleId)
                .distinct()
                .sorted()
                .toList();
        List<Map<String, Object>> results = new ArrayList<>();
        List<Map<String, Object>> notifications = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        for (Report.Part part : report.parts()) {
            part.gates()
                    .forEach(gate -> gate.findings().forEach(ruling -> {
                        Map<String, Object> result = result(part, gate.gate(), ruling, rules.indexOf(ruling.ruleId()));
                        result.put("partialFingerprints", Map.of(FINGERPRINT, fingerprint(part, ruling, alike)));
                        if (report.compared()) {
                            result.put("baselineState", baseline(ruling.status()));
                        }
                        results.add(result);
                    }));
            notifications.addAll(notifications(part));
        }
        return new SarifLog(
                "gatehouse/" + report.id(),
                rules.stream().map(id -> rule(report.rules().rule(id))).toList(),
                results,
                report.verdict() != Verdict.ERROR,
                notifications,
                report.properties());
    }

    private static Map<String, Object> rule(RuleNote rule) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("id", rule.ruleId());
        entry.put("shortDescription", SarifLog.text(rule.title()));
        if (!rule.why().isEmpty()) {
            entry.put("fullDescription", SarifLog.text(rule.why()));
        }
        if (!rule.remediation().isEmpty()) {
            entry.put("help", SarifLog.text(rule.remediation()));
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

    private static List<Map<String, Object>> notifications(Report.Part part) {
        List<Map<String, Object>> notifications = new ArrayList<>();
        String where = part.name().isEmpty() ? "" : part.name() + "/";
        for (GateVerdict gate : part.gates()) {
            gate.failed()
                    .forEach((rule, failure) -> notifications.add(notification(
                            failure.shadow() ? "note" : "error",
                            where + gate.gate() + "/" + rule,
                            part.before(failure.why()))));
            GateView.unknown(gate)
                    .forEach(unknown -> notifications.add(notification(
                            "warning",
                            where + gate.gate() + "/" + unknown.ruleId(),
                            part.before(Wording.unknown(unknown) + "; " + Wording.cure(unknown)))));
        }
        part.notes()
                .forEach(note -> notifications.add(notification(
                        note.verdict() == Verdict.NEEDS_APPROVAL ? "warning" : "error",
                        where + note.what(),
                        part.before(String.join("; ", note.lines())))));
        return notifications;
    }

    private static Map<String, Object> notification(String level, String descriptor, String message) {
        return Map.of("level", level, "descriptor", Map.of("id", descriptor), "message", SarifLog.text(message));
    }

    private static Map<String, Object> result(Report.Part part, String gate, Ruling ruling, int ruleIndex) {
        Map<String, Object> result = new TreeMap<>();
        result.put("ruleId", ruling.ruleId());
        result.put("ruleIndex", ruleIndex);
        result.put("level", level(ruling));
        boolean named = !part.name().isEmpty();
        result.put("message", SarifLog.text(named ? "In " + part.where() + ": " + ruling.message() : ruling.message()));
        result.put("locations", SarifLocation.of(ruling, part.written()));
        if (!ruling.path().isEmpty()) {
            result.put("codeFlows", SarifLocation.codeFlows(ruling, part.written()));
        }
        result.put("suppressions", suppressions(ruling));
        result.put("properties", properties(part, gate, ruling));
        return result;
    }

    /// The key, which says what a finding is about; several about the same are numbered in their order.
    private static String fingerprint(Report.Part part, Ruling ruling, Map<String, Integer> alike) {
        String key = part.name().isEmpty() ? ruling.key() : ruling.key() + "/" + part.name();
        int number = alike.merge(key, 1, Integer::sum);
        return number == 1 ? key : key + "#" + number;
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
            suppressions.add(suppression(Wording.approval(ruling.approval())));
        }
        return suppressions;
    }

    private static Map<String, Object> suppression(String justification) {
        return Map.of("kind", "external", "status", "accepted", "justification", justification);
    }

    private static Map<String, Object> properties(Report.Part part, String gate, Ruling ruling) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("gate", gate);
        if (!part.name().isEmpty()) {
            properties.put("step", part.name());
        }
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
}
