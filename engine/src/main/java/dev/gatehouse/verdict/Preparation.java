package dev.gatehouse.verdict;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.assembly.Assembler;
import dev.gatehouse.facts.assembly.RecordedInterests;
import dev.gatehouse.facts.assembly.RuleInterests;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Renames;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Waiver;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes the matter of a decision: assembles the sheets that the rules want to see.
public final class Preparation {
    private final List<Gate> gates;
    private final RuleInterests interests;
    private final RecordedInterests recorded;

    /// @param gates those that are asked, of the judge set's
    public Preparation(JudgeSet judges, List<Gate> gates) {
        this.gates = gates;
        Rulebook book = new Rulebook(gates, judges.judges());
        Map<String, PathQuestion> asked = new TreeMap<>(judges.questions());
        asked.keySet().removeIf(rule -> book.rule(rule) == null);
        this.interests = new RuleInterests(book.interests(), asked);
        this.recorded = RecordedInterests.of(book.interests(), digests(book, asked.keySet()));
    }

    private static Map<String, Digest> digests(Rulebook book, Set<String> asked) {
        Map<String, Digest> digests = new TreeMap<>();
        for (Rule rule : book.rules()) {
            if (rule.question() != null && asked.contains(rule.id())) {
                digests.put(rule.id(), rule.question());
            }
        }
        return digests;
    }

    /// What the rules of the asked gates look at.
    public RuleInterests interests() {
        return interests;
    }

    /// The matter of a change.
    ///
    /// @param approvals those about other changes are left out
    public Matter matter(ResolvedChange change, Actor actor, Instant clock, List<Approval> approvals) {
        Assembler assembler = new Assembler(change.change().environment(), interests, actor, clock);
        boolean everything = gates.stream().anyMatch(gate -> gate.scope() == Gate.Scope.ALL);
        List<SheetPair> sheets = everything ? assembler.allPairs(change) : assembler.pairs(change);
        return new Matter(
                change.change(),
                actor,
                clock,
                change.named(),
                sheets,
                recorded,
                change.before().readings(),
                gates,
                waivers(waiversBefore(change), sheets),
                about(change.change(), approvals));
    }

    private static List<Approval> about(Change change, List<Approval> approvals) {
        if (approvals.isEmpty()) {
            return approvals;
        }
        String digest = Json.digest(change).value();
        return approvals.stream()
                .filter(approval -> approval.change().equals(digest))
                .toList();
    }

    /// The waivers from before the change, about the same subjects under their new names: a change accepts no finding
    /// of its own.
    private static Stream<Waiver> waiversBefore(ResolvedChange change) {
        Renames renames = change.change().renames();
        return waivers(change.before())
                .map(waiver -> new Waiver(
                        waiver.ref(),
                        waiver.rule(),
                        renames.after(waiver.subject()),
                        waiver.owner(),
                        waiver.reason(),
                        waiver.expires()));
    }

    /// The matter of an architecture as it stands: every finding of it counts as introduced by nobody's change.
    public Matter standing(Snapshot snapshot, EntityRef environment, Actor actor, Instant clock) {
        Change nothing = new Change(
                EntityRef.of(Kind.CHANGE, "nothing"), null, environment, null, null, null, List.of(), List.of());
        List<SheetPair> sheets = new Assembler(environment, interests, actor, clock)
                .fleet(snapshot)
                .map(sheet -> new SheetPair(null, sheet))
                .toList();
        return new Matter(
                nothing,
                actor,
                clock,
                Set.of(),
                sheets,
                recorded,
                snapshot.readings(),
                gates,
                waivers(waivers(snapshot), sheets),
                List.of());
    }

    /// The waivers about the subjects of these sheets, expired ones too.
    private static List<Waiver> waivers(Stream<Waiver> waivers, List<SheetPair> sheets) {
        Set<EntityRef> subjects = new HashSet<>();
        sheets.forEach(pair -> subjects.add(pair.subject()));
        return waivers.filter(waiver -> subjects.contains(waiver.subject())).toList();
    }

    private static Stream<Waiver> waivers(Snapshot snapshot) {
        return snapshot.all(Kind.WAIVER)
                .mapToObj(snapshot::at)
                .filter(Objects::nonNull)
                .map(Declaration::entity)
                .map(Waiver.class::cast);
    }
}
