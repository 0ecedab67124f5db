package dev.gatehouse.verdict;

import dev.gatehouse.facts.assembly.RuleInterests;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Artifact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of all judges as the asked gates have them: without those that are off, with their adjustments.
public final class Rulebook {
    private final Map<String, Gate> gates = new HashMap<>();
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<SubjectKind, List<Rule>> byKind = new EnumMap<>(SubjectKind.class);
    private final Map<String, RuleInterests.Interest> interests = new HashMap<>();

    public Rulebook(List<Gate> gates, List<Judge> judges) {
        gates.forEach(gate -> this.gates.put(gate.name(), gate));
        judges.stream()
                .flatMap(judge -> judge.rules().stream())
                .flatMap(rule -> adjusted(rule).stream())
                .forEach(rule -> {
                    byId.put(rule.id(), rule);
                    interests.put(rule.id(), interest(rule));
                    byKind.computeIfAbsent(rule.subject(), _ -> new ArrayList<>())
                            .add(rule);
                });
    }

    private Optional<Rule> adjusted(Rule rule) {
        Gate gate = gates.get(rule.gate());
        if (gate == null) {
            return Optional.empty();
        }
        Adjustment adjustment = gate.adjustments().get(rule.id());
        if (adjustment == null) {
            return Optional.of(rule);
        }
        return adjustment.off() ? Optional.empty() : Optional.of(rule.with(adjustment));
    }

    private RuleInterests.Interest interest(Rule rule) {
        RuleInterests.When when = switch (gate(rule).scope()) {
            case ALL -> RuleInterests.When.ALWAYS;
            case TOUCHED -> RuleInterests.When.NAMED;
            case INTRODUCED -> RuleInterests.When.DIFFERENT;
        };
        Set<PartName> parts = EnumSet.noneOf(PartName.class);
        rule.needs().forEach(need -> parts.add(need.part()));
        return new RuleInterests.Interest(rule.subject(), parts, when);
    }

    /// What each rule looks at, and when it is asked.
    public Collection<RuleInterests.Interest> interests() {
        return interests.values();
    }

    /// What that rule of the book looks at, and when it is asked.
    RuleInterests.Interest interest(String rule) {
        return Objects.requireNonNull(interests.get(rule));
    }

    /// The rule, with its adjustments; null where no asked gate has it.
    public @Nullable Rule rule(String id) {
        return byId.get(id);
    }

    /// A finding of one of its rules as severe as the gate says, where it says so.
    Finding adjusted(Finding finding) {
        Rule rule = Objects.requireNonNull(byId.get(finding.ruleId()));
        Adjustment adjustment = gate(rule).adjustments().getOrDefault(rule.id(), Adjustment.NONE);
        return adjustment.severity() == null ? finding : finding.with(adjustment.severity());
    }

    /// Every rule, with its adjustments, in no set order.
    Collection<Rule> rules() {
        return byId.values();
    }

    /// Whether a gate has any rule.
    boolean has(Gate gate) {
        return byId.values().stream().anyMatch(rule -> rule.gate().equals(gate.name()));
    }

    /// The gate of a rule that this book has.
    Gate gate(Rule rule) {
        return Objects.requireNonNull(gates.get(rule.gate()));
    }

    /// The rules to ask about a subject: those about its kind for whom something differs, or whose gate asks all the
    /// same.
    List<Rule> toAsk(SheetPair pair, Set<EntityRef> named) {
        return byKind.getOrDefault(pair.kind(), List.of()).stream()
                .filter(rule -> fits(rule, pair) && concerns(rule, pair, named))
                .toList();
    }

    private static boolean fits(Rule rule, SheetPair pair) {
        Artifact artifact = pair.after() == null ? null : pair.after().artifact();
        return rule.artifactKind() == null || (artifact != null && rule.isAbout(artifact));
    }

    private boolean concerns(Rule rule, SheetPair pair, Set<EntityRef> named) {
        RuleInterests.Interest interest = interest(rule.id());
        return pair.before() == null
                || pair.after() == null
                || interest.isAsked(named.contains(pair.subject()), pair::differsIn);
    }
}
