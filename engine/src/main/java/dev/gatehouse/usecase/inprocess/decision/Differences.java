package dev.gatehouse.usecase.inprocess.decision;

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

/// What differs between two decisions on the same matter, in words.
public final class Differences {
    private Differences() {}

    static List<String> between(Decision then, Decision now) {
        List<String> differences = new ArrayList<>();
        both(then.digests(), now.digests()).forEach((name, pair) -> {
            if (!Objects.equals(pair.then, pair.now)) {
                differences.add("other " + name + " than then");
            }
        });
        both(then.engines(), now.engines()).forEach((engine, versions) -> {
            if (!Objects.equals(versions.then, versions.now)) {
                differences.add(engine + " was " + Objects.requireNonNullElse(versions.then, "not asked") + ", and is "
                        + Objects.requireNonNullElse(versions.now, "not asked"));
            }
        });
        Map<String, Pair<GateVerdict>> gates = new TreeMap<>();
        then.gates().forEach(gate -> gates.put(gate.gate(), new Pair<>(gate, null)));
        now.gates()
                .forEach(gate -> gates.merge(
                        gate.gate(), new Pair<>(null, gate), (old, found) -> new Pair<>(old.then, found.now)));
        gates.forEach((name, pair) -> addGate(differences, name, pair));
        return differences;
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
