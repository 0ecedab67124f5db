package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A decision as it is shown: the record, and the words of the rules that spoke in it.
///
/// @param rules by id; a rule that is not there is shown by its id alone
public record DecisionView(DecisionRecord record, Map<String, RuleNote> rules) implements Reported {
    /// The worst level and severity first.
    static final Comparator<Ruling> WORST_FIRST = Comparator.comparing(Ruling::level)
            .thenComparing(Ruling::severity)
            .reversed()
            .thenComparing(Ruling::ruleId)
            .thenComparing(Ruling::subject);

    public DecisionView {
        rules = Ordered.copyOf(rules);
    }

    public static DecisionView of(DecisionRecord record, Collection<RuleNote> rules) {
        return new DecisionView(record, RuleWords.of(rules).byId());
    }

    @Override
    public String table(Terminal terminal) {
        return new TableOutput(terminal).write(this);
    }

    @Override
    public Object json() {
        return record;
    }

    @Override
    public Report report() {
        Decision decision = decision();
        return new Report(
                decision.environment().shortName() + "/" + record.decisionId(),
                title(),
                decision.verdict(),
                Wording.tally(decision.gates()),
                decision.clock(),
                List.of(new Report.Part("", "", decision.verdict(), decision.gates(), List.of())),
                new RuleWords(rules),
                true,
                Map.of("verdict", decision.verdict().word(), "change", title(), "covers", decision.covers()));
    }

    Decision decision() {
        return record.judgement();
    }

    /// The change's title, or its name where it has none.
    String title() {
        String title = decision().change().title();
        return title == null ? decision().change().ref().shortName() : title;
    }

    RuleNote rule(String id) {
        return new RuleWords(rules).rule(id);
    }

    /// The gates, the worst verdict first, otherwise by name.
    List<GateVerdict> worstFirst() {
        return decision().gates().stream()
                .sorted(Comparator.comparing(GateVerdict::verdict).reversed())
                .toList();
    }

    /// Why what made a gate's verdict an error could not be judged, by rule; or what only failed in shadow.
    static Map<String, String> failed(GateVerdict gate, boolean shadow) {
        Map<String, String> failed = new TreeMap<>();
        gate.failed().forEach((rule, failure) -> {
            if (failure.shadow() == shadow) {
                failed.put(rule, failure.why());
            }
        });
        return failed;
    }

    /// What a gate had to know and did not; what only rules in shadow asked for is not in it.
    static List<Unknown> unknown(GateVerdict gate) {
        return gate.unknowns().stream().filter(Unknown::counts).toList();
    }

    /// What a gate found with that outcome, the worst first.
    static Stream<Ruling> rulings(GateVerdict gate, Outcome outcome) {
        return gate.findings().stream()
                .filter(ruling -> Outcome.of(ruling) == outcome)
                .sorted(WORST_FIRST);
    }

    /// What all gates found with that outcome, gate by gate.
    Stream<Ruling> rulings(Outcome outcome) {
        return worstFirst().stream().flatMap(gate -> rulings(gate, outcome));
    }

    /// What became of a finding.
    enum Outcome {
        /// It weighs on the verdict.
        COUNTS,
        /// The change does away with it.
        RESOLVED,
        APPROVED,
        WAIVED,
        /// Its rule only runs in shadow.
        SHADOW,
        /// It was there before and is not the change's to answer for.
        OLD;

        static Outcome of(Ruling ruling) {
            if (ruling.counts()) {
                return COUNTS;
            }
            if (ruling.status() == Comparison.Status.RESOLVED) {
                return RESOLVED;
            }
            if (ruling.approval() != null) {
                return APPROVED;
            }
            if (ruling.waiver() != null) {
                return WAIVED;
            }
            return ruling.shadow() ? SHADOW : OLD;
        }
    }
}
