package dev.gatehouse.verdict;

import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Citation;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.governance.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rules on findings for one matter: status, level, waivers; approvals come later, once all rulings are known.
final class Bench {
    private static final int KEY_LENGTH = 16;

    private final Matter matter;
    private final Map<EntityRef, SheetPair> sheets = new HashMap<>();

    Bench(Matter matter) {
        this.matter = matter;
        matter.sheets().forEach(pair -> sheets.put(pair.subject(), pair));
    }

    /// Rulings on all that was said under a rule, sorted.
    List<Ruling> rule(Rule rule, Gate gate, Hearing.Heard heard) {
        List<Ruling> rulings = new ArrayList<>();
        Comparison.of(heard.before, heard.after)
                .forEach(compared -> rulings.add(ruling(rule, gate, compared.finding(), compared.status())));
        heard.scores.forEach(scored -> {
            Ruling ruling = score(rule, gate, scored);
            if (ruling != null) {
                rulings.add(ruling);
            }
        });
        return rulings;
    }

    private Ruling ruling(Rule rule, Gate gate, Finding finding, Comparison.Status status) {
        return ruling(
                rule,
                finding,
                status,
                gate.level(matter.environment(), finding.severity()),
                inScope(gate, finding.subject(), status));
    }

    private boolean inScope(Gate gate, EntityRef subject, Comparison.Status status) {
        if (status == Comparison.Status.RESOLVED) {
            return false;
        }
        return switch (gate.scope()) {
            case INTRODUCED -> status.counts();
            case TOUCHED -> status.counts() || matter.named().contains(subject);
            case ALL -> true;
        };
    }

    private Ruling ruling(Rule rule, Finding finding, Comparison.Status status, Level level, boolean inScope) {
        Waiver waiver = waiver(finding, true);
        Waiver expired = waiver == null ? waiver(finding, false) : null;
        return new Ruling(
                Json.digest(finding.identity()).brief(KEY_LENGTH),
                rule.id(),
                finding.subject(),
                finding.severity(),
                status,
                level,
                inScope && waiver == null && !rule.shadow(),
                finding.message(),
                finding.measure(),
                finding.path(),
                facts(finding, status),
                waiver == null
                        ? null
                        : new Ruling.WaivedBy(
                                waiver.ref().shortName(), waiver.owner(), waiver.reason(), waiver.expires()),
                expired == null ? null : expired.ref().shortName(),
                null,
                rule.shadow());
    }

    private @Nullable Waiver waiver(Finding finding, boolean valid) {
        return matter.waivers().stream()
                .filter(waiver -> waiver.rule().equals(finding.ruleId())
                        && waiver.subject().equals(finding.subject())
                        && waiver.expires().isAfter(matter.clock()) == valid)
                .findFirst()
                .orElse(null);
    }

    /// What the finding cites, and every edge of its path that nobody declared: it proves no more than a guess.
    private List<Ruling.CitedFact> facts(Finding finding, Comparison.Status status) {
        List<FactSheet> said = sheets(finding.subject(), status);
        List<Ruling.CitedFact> facts = new ArrayList<>();
        finding.facts().forEach(fact -> facts.add(cited(said, fact)));
        finding.path().stream()
                .map(Hop::edge)
                .distinct()
                .filter(edge -> facts.stream().noneMatch(fact -> fact.ref().equals(edge)))
                .map(edge -> cited(said, Citation.of(edge, "declaration", "a guess")))
                .filter(Ruling.CitedFact::guessed)
                .forEach(facts::add);
        return facts;
    }

    /// What a finding was found on, then the other side, which knows what that one does not have.
    private List<FactSheet> sheets(EntityRef subject, Comparison.Status status) {
        SheetPair pair = sheets.get(subject);
        if (pair == null) {
            return List.of();
        }
        boolean gone = status == Comparison.Status.RESOLVED;
        return Stream.of(
                        Optional.ofNullable(gone ? pair.before() : pair.after()),
                        Optional.ofNullable(gone ? pair.after() : pair.before()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Ruling.CitedFact cited(List<FactSheet> sheets, Citation fact) {
        Provenance said = sheets.stream()
                .map(sheet -> Optional.ofNullable(sheet.source(fact.ref(), fact.name())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return new Ruling.CitedFact(
                fact.name(),
                fact.ref(),
                fact.value(),
                said == null ? null : said.source(),
                said == null ? null : said.place(),
                said != null && said.guessed(),
                fact.observedAt());
    }

    /// A score that reaches a threshold is a finding like any other, its contributions the facts.
    private @Nullable Ruling score(Rule rule, Gate gate, Hearing.Scored scored) {
        Score score = scored.score();
        Gate.Threshold threshold = gate.threshold(matter.environment(), score.value());
        if (threshold == null) {
            return null;
        }
        Finding finding = new Finding(
                rule.id(),
                scored.subject(),
                List.of(),
                rule.severity(),
                rule.title() + ": " + score.value().toPlainString() + " of 100, and from "
                        + threshold.from().toPlainString() + " on the gate objects",
                Measure.atMost(score.value(), threshold.from(), "points"),
                List.of(),
                score.contributions().stream()
                        .sorted(Comparator.comparing(Score.Contribution::points).reversed())
                        .map(part -> Citation.of(
                                scored.subject(),
                                part.name(),
                                "+" + part.points().toPlainString() + ", " + part.because()))
                        .toList());
        return ruling(rule, finding, Comparison.Status.INTRODUCED, threshold.level(), true);
    }
}
