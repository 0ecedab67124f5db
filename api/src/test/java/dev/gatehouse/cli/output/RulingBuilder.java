package dev.gatehouse.cli.output;

import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ruling that counts, is new and stops the change unless told otherwise.
final class RulingBuilder {
    private final String rule;
    private final EntityRef subject;
    private Severity severity = Severity.HIGH;
    private Comparison.Status status = Comparison.Status.INTRODUCED;
    private Level level = Level.HARD;
    private boolean counts = true;
    private String message = "";
    private @Nullable Measure measure;
    private List<Hop> path = List.of();
    private List<Ruling.CitedFact> facts = List.of();
    private Ruling.@Nullable WaivedBy waiver;
    private @Nullable String expired;
    private Ruling.@Nullable ApprovedBy approval;
    private boolean shadow;

    RulingBuilder(String rule, EntityRef subject) {
        this.rule = rule;
        this.subject = subject;
    }

    RulingBuilder severity(Severity value) {
        severity = value;
        return this;
    }

    RulingBuilder status(Comparison.Status value) {
        status = value;
        return this;
    }

    RulingBuilder level(Level value) {
        level = value;
        return this;
    }

    RulingBuilder message(String value) {
        message = value;
        return this;
    }

    RulingBuilder measure(Measure value) {
        measure = value;
        return this;
    }

    RulingBuilder path(Hop... hops) {
        path = List.of(hops);
        return this;
    }

    RulingBuilder facts(Ruling.CitedFact... cited) {
        facts = List.of(cited);
        return this;
    }

    RulingBuilder waiver(String id) {
        waiver = new Ruling.WaivedBy(
                id,
                EntityRef.of(Kind.GROUP, "payments"),
                "A second card is ordered",
                Instant.parse("2027-03-31T00:00:00Z"));
        return lifted();
    }

    RulingBuilder expired(String id) {
        expired = id;
        return this;
    }

    RulingBuilder approval(Ruling.ApprovedBy value) {
        approval = value;
        return lifted();
    }

    RulingBuilder shadow() {
        shadow = true;
        return lifted();
    }

    RulingBuilder lifted() {
        counts = false;
        return this;
    }

    Ruling ruling() {
        String key = Integer.toHexString((rule + subject).hashCode());
        return new Ruling(
                key, rule, subject, severity, status, level, counts, message, measure, path, facts, waiver, expired,
                approval, shadow);
    }
}
