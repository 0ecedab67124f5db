package dev.gatehouse.verdict;

import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Approval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding as a gate ruled on it.
///
/// @param key short digest of rule, subject and the refs that identify it: the same in every decision
/// @param counts whether it weighs on the verdict: the scope takes it in, and no waiver, shadow or approval lifts it
/// @param level what it leads to if it counts
/// @param waiver that accepts it, or null
/// @param expired id of a waiver that would accept it but has expired, or null
/// @param approval that overrides it, or null
/// @param shadow whether its rule only runs in shadow
public record Ruling(
        String key,
        String ruleId,
        EntityRef subject,
        Severity severity,
        Comparison.Status status,
        Level level,
        boolean counts,
        String message,
        @Nullable Measure measure,
        List<Hop> path,
        List<CitedFact> facts,
        @Nullable WaivedBy waiver,
        @Nullable String expired,
        @Nullable ApprovedBy approval,
        boolean shadow) {
    public Ruling {
        path = List.copyOf(path);
        facts = List.copyOf(facts);
    }

    /// What these gates found and what weighs on their verdicts.
    public static List<Ruling> counting(List<GateVerdict> gates) {
        return gates.stream()
                .flatMap(gate -> gate.findings().stream())
                .filter(Ruling::counts)
                .toList();
    }

    /// Whether an approval overrides it: soft objections yield to any, hard ones where the glass is broken.
    public boolean yieldsTo(boolean breakGlass) {
        return counts && (level == Level.SOFT || (breakGlass && level == Level.HARD));
    }

    /// The same, overridden by an approval.
    Ruling approvedBy(Approval given) {
        return new Ruling(
                key,
                ruleId,
                subject,
                severity,
                status,
                level,
                false,
                message,
                measure,
                path,
                facts,
                waiver,
                expired,
                new ApprovedBy(given.id(), given.by(), given.reason(), given.breakGlass()),
                shadow);
    }

    /// A waiver in the words of its owner.
    public record WaivedBy(String id, EntityRef owner, String reason, Instant expires) {}

    /// An approval in the words of who gave it.
    ///
    /// @param breakGlass whether it was given in an emergency, and so overrides hard objections too
    public record ApprovedBy(String id, String by, String reason, boolean breakGlass) {}

    /// A value that proves a finding.
    ///
    /// @param source that says it: of a catalog, or `change NAME` where the change sets it; null where only the
    ///     change itself speaks of it. The record says when it was read
    /// @param place file and line in the source, or null where it has none
    /// @param guessed whether a reader made it out of something else, and nobody declared it
    /// @param observedAt when it was measured, or null for what is declared
    public record CitedFact(
            String name,
            EntityRef ref,
            @Nullable String value,
            @Nullable String source,
            @Nullable String place,
            boolean guessed,
            @Nullable Instant observedAt) {}
}
