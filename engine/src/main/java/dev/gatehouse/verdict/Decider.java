package dev.gatehouse.verdict;

import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Decides: asks the judges, compares before and after, and lets each gate rule. The same matter and judges always
/// give the same decision, byte for byte.
public final class Decider {
    private final List<Judge> judges;

    public Decider(List<Judge> judges) {
        this.judges = List.copyOf(judges);
    }

    public Decision decide(Matter matter) {
        Rulebook book = new Rulebook(matter.gates(), judges);
        Hearing hearing = Hearing.begin(book, matter, judges);
        Map<String, String> digests = new MatterDigests(matter, judges).all();
        Map<String, Hearing.Heard> heard = hearing.heard();
        Bench bench = new Bench(matter);
        Map<String, List<Ruling>> rulings = new TreeMap<>();
        heard.forEach((id, said) -> {
            Rule rule = Objects.requireNonNull(book.rule(id), "only rules of the book are asked");
            rulings.computeIfAbsent(rule.gate(), _ -> new ArrayList<>())
                    .addAll(bench.rule(rule, book.gate(rule), said));
        });
        String covers = covers(matter, rulings);
        Change change = matter.change();
        Approval approval = Approval.holding(
                        matter.approvals(),
                        covers,
                        matter.clock(),
                        matter.actor().name(),
                        change.requestedBy())
                .orElse(null);
        List<GateVerdict> gates = matter.gates().stream()
                .map(gate ->
                        verdict(gate, book, heard, approved(rulings.getOrDefault(gate.name(), List.of()), approval)))
                .toList();
        return new Decision(
                Verdict.worst(gates.stream().map(GateVerdict::verdict).toList()),
                change,
                matter.actor(),
                matter.environment(),
                matter.clock(),
                covers,
                digests,
                engines(judges),
                gates,
                approval == null ? own(matter, covers) : null);
    }

    private static @Nullable Approval own(Matter matter, String covers) {
        return Approval.own(
                        matter.approvals(),
                        covers,
                        matter.clock(),
                        matter.actor().name())
                .orElse(null);
    }

    /// The version of each engine, by its word.
    public static Map<String, String> engines(List<Judge> judges) {
        Map<String, String> engines = new TreeMap<>();
        judges.forEach(judge -> engines.put(judge.engine(), judge.version()));
        return engines;
    }

    /// What an approval is bound to: the change, and every finding that an approval could override, as bad as it is.
    private static String covers(Matter matter, Map<String, List<Ruling>> rulings) {
        List<String> objections = rulings.values().stream()
                .flatMap(List::stream)
                .filter(ruling -> ruling.counts() && ruling.level() != Level.ADVISORY)
                .map(ruling -> ruling.key() + " " + ruling.severity() + " " + ruling.measure())
                .sorted()
                .toList();
        return Json.digest(Map.of("change", matter.change(), "objections", objections))
                .value();
    }

    private static List<Ruling> approved(List<Ruling> rulings, @Nullable Approval approval) {
        return rulings.stream()
                .map(ruling -> approval != null && ruling.yieldsTo(approval.breakGlass())
                        ? ruling.approvedBy(approval)
                        : ruling)
                .toList();
    }

    private static GateVerdict verdict(
            Gate gate, Rulebook book, Map<String, Hearing.Heard> heard, List<Ruling> rulings) {
        GateSummary summary = new GateSummary();
        if (!book.has(gate)) {
            summary.fail("gate", "it has no rules; add one, or remove its gate.yaml", false);
        }
        heard.forEach((id, said) -> {
            Rule rule = Objects.requireNonNull(book.rule(id));
            if (rule.gate().equals(gate.name())) {
                summary.add(rule, said);
            }
        });
        return summary.verdict(gate, rulings);
    }
}
