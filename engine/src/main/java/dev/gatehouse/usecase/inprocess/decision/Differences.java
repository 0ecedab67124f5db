package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.document.Json;
import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.plan.PlanEvaluation.StepEvaluation;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What differs between two answers on the same matter, in words.
public final class Differences {
    private Differences() {}

    static List<String> between(Decision then, Decision now) {
        List<String> differences = new ArrayList<>();
        addInputs(differences, both(then.digests(), now.digests()), both(then.engines(), now.engines()));
        addGates(differences, "", then.gates(), now.gates());
        return differences;
    }

    /// Of each step in the state in which it came out worst.
    static List<String> between(PlanEvaluation then, PlanEvaluation now) {
        List<String> differences = new ArrayList<>();
        addInputs(differences, both(then.digests(), now.digests()), both(then.engines(), now.engines()));
        both(byStep(then), byStep(now)).forEach((name, pair) -> {
            if (pair.then == null || pair.now == null) {
                differences.add("step " + name + " is " + (pair.then == null ? "new" : "gone"));
            } else {
                addStep(differences, name, pair.then, pair.now);
            }
        });
        return differences;
    }

    private static void addStep(List<String> differences, String name, StepEvaluation then, StepEvaluation now) {
        if (then.verdict() != now.verdict()) {
            differences.add("step " + name + " came to " + then.verdict().word() + ", and comes to "
                    + now.verdict().word());
        }
        addGates(differences, "step " + name + ": ", then.judged(), now.judged());
    }

    /// The parts of two answers that differ, where there are no better words for it.
    static List<String> inParts(Object then, Object now) {
        return both(parts(then), parts(now)).entrySet().stream()
                .filter(part -> !Objects.equals(part.getValue().then, part.getValue().now))
                .map(part -> "other " + part.getKey() + " than then")
                .toList();
    }

    private static Map<String, Object> parts(Object answer) {
        Map<String, Object> parts = new TreeMap<>();
        Json.tree(answer).properties().forEach(part -> parts.put(part.getKey(), part.getValue()));
        return parts;
    }

    private static Map<String, StepEvaluation> byStep(PlanEvaluation plan) {
        Map<String, StepEvaluation> steps = new TreeMap<>();
        plan.steps().forEach(step -> steps.put(step.step(), step));
        return steps;
    }

    private static void addInputs(
            List<String> differences, Map<String, Pair<String>> digests, Map<String, Pair<String>> engines) {
        digests.forEach((name, pair) -> {
            if (!Objects.equals(pair.then, pair.now)) {
                differences.add("other " + name + " than then");
            }
        });
        engines.forEach((engine, versions) -> {
            if (!Objects.equals(versions.then, versions.now)) {
                differences.add(engine + " was " + Objects.requireNonNullElse(versions.then, "not asked") + ", and is "
                        + Objects.requireNonNullElse(versions.now, "not asked"));
            }
        });
    }

    private static void addGates(
            List<String> differences, String where, List<GateVerdict> then, List<GateVerdict> now) {
        List<String> found = new ArrayList<>();
        both(byName(then), byName(now)).forEach((name, pair) -> addGate(found, name, pair));
        found.forEach(difference -> differences.add(where + difference));
    }

    private static Map<String, GateVerdict> byName(List<GateVerdict> gates) {
        Map<String, GateVerdict> named = new TreeMap<>();
        gates.forEach(gate -> named.put(gate.gate(), gate));
        return named;
    }

    private static void addGate(List<String> differences, String name, Pair<GateVerdict> pair) {
        GateVerdict then = pair.then;
        GateVerdict now = pair.now;
        if (then == null || now == null) {
            differences.add("gate " + name + " is " + (then == null ? "new" : "gone"));
            return;
        }
        if (then.verdict() != now.verdict()) {
            differences.add("gate " + name + " said " + then.verdict().word() + ", and says "
                    + now.verdict().word());
        }
        both(reasons(then), reasons(now)).forEach((reason, said) -> {
            if (!Objects.equals(said.then, said.now)) {
                differences.add(
                        (said.now == null ? "no longer: " : said.then == null ? "now: " : "otherwise: ") + reason);
            }
        });
        both(byKey(then), byKey(now)).forEach((_, finding) -> {
            if (finding.then == null || finding.now == null) {
                Ruling ruling = Objects.requireNonNull(finding.then == null ? finding.now : finding.then);
                differences.add((finding.then == null ? "now finds: " : "no longer finds: ") + ruling.ruleId() + ": "
                        + ruling.message());
            } else if (!finding.then.equals(finding.now)) {
                differences.add("finds differently: " + finding.now.ruleId() + ": " + finding.now.message());
            }
        });
    }

    /// What else than findings a gate said.
    private static Map<String, Object> reasons(GateVerdict gate) {
        Map<String, Object> reasons = new TreeMap<>();
        gate.failed().forEach((rule, why) -> reasons.put(rule + " could not be judged", why));
        gate.unknowns()
                .forEach(unknown -> reasons.put(
                        unknown.ruleId() + " does not know " + unknown.what() + " of " + unknown.about(),
                        unknown.why()));
        gate.checked().forEach((rule, subjects) -> reasons.put(rule + " was asked about its subjects", subjects));
        if (gate.score() != null) {
            reasons.put("score of " + gate.gate(), gate.score());
        }
        return reasons;
    }

    private static Map<String, Ruling> byKey(GateVerdict gate) {
        Map<String, Ruling> rulings = new TreeMap<>();
        Map<String, Integer> alike = new HashMap<>();
        for (Ruling ruling : gate.findings()) {
            String key = ruling.key() + ruling.status();
            rulings.put(key + alike.merge(key, 1, Integer::sum), ruling);
        }
        return rulings;
    }

    private static <T> Map<String, Pair<T>> both(Map<String, T> then, Map<String, T> now) {
        Map<String, Pair<T>> all = new TreeMap<>();
        then.forEach((key, value) -> all.put(key, new Pair<>(value, now.get(key))));
        now.forEach((key, value) -> all.putIfAbsent(key, new Pair<>(null, value)));
        return all;
    }

    private record Pair<T>(@Nullable T then, @Nullable T now) {}
}
