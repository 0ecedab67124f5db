package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What differs between two decisions on the same matter, in words.
final class Differences {
    private Differences() {}

    static List<String> between(Decision then, Decision now) {
        List<String> differences = new ArrayList<>();
        both(then.digests(), now.digests()).forEach((name, pair) -> {
            if (!Objects.equals(pair.then, pair.now)) {
                differences.add("other " + name + " than then");
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

    private static Map<String, Ruling> byKey(GateVerdict gate) {
        Map<String, Ruling> rulings = new TreeMap<>();
        for (int i = 0; i < gate.findings().size(); i++) {
            Ruling ruling = gate.findings().get(i);
            String key = ruling.key() + ruling.status();
            rulings.put(rulings.containsKey(key) ? key + i : key, ruling);
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
