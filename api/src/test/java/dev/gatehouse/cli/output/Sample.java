package dev.gatehouse.cli.output;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Score;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Explain.ControlNote;
import dev.gatehouse.usecase.Explain.Explanation;
import dev.gatehouse.usecase.Explain.Fix;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Failure;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Ruling.CitedFact;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One decision that has everything a decision can have.
public final class Sample {
    static final Instant CLOCK = Instant.parse("2026-11-20T18:00:00Z");
    public static final EntityRef CHECKOUT = EntityRef.of(Kind.COMPONENT, "checkout");
    public static final EntityRef LOYALTY = EntityRef.of(Kind.COMPONENT, "loyalty");
    public static final EntityRef PAYMENTS = EntityRef.of(Kind.COMPONENT, "payments");
    public static final EntityRef BANK = EntityRef.of(Kind.EXTERNAL, "bank");
    public static final EntityRef HUB = EntityRef.of(Kind.EXTERNAL, "insurer-hub");
    static final Ruling.ApprovedBy AGREED =
            new Ruling.ApprovedBy("a-7", "ann", "the head of engagement answers for it", false);
    private static final String WEXMERE = "wexmere";
    static final EntityRef CHANGE = EntityRef.of(Kind.CHANGE, "award-loyalty-points");

    private Sample() {}

    static DecisionView view() {
        return DecisionView.of(record(), rules());
    }

    static DecisionRecord record() {
        return record(
                "Checkout awards loyalty points",
                Verdict.ERROR,
                List.of(compliance(), cost(), drift(), performance(), resilience(), risk(), sustainability(), value()));
    }

    static DecisionRecord record(@Nullable String title, Verdict verdict, List<GateVerdict> gates) {
        EntityRef production = EntityRef.of(Kind.ENVIRONMENT, "production");
        Change change = new Change(
                CHANGE, title, production, EntityRef.of(Kind.GROUP, "checkout"), null, null, List.of(), List.of());
        Decision decision = new Decision(
                verdict,
                change,
                new Actor("ci", Set.of(Actor.Role.OPERATOR)),
                production,
                CLOCK,
                "sha256:" + "c0".repeat(32),
                Map.of("policies:hygiene", "sha256:" + "ba".repeat(32), "rules", "sha256:" + "ab".repeat(32)),
                Map.of("drools", "10.2.0"),
                gates,
                null);
        return new DecisionRecord(
                "d-0042",
                CLOCK.plusSeconds(2),
                "ci",
                Map.of("judge", 12L),
                7L,
                Map.of(WEXMERE, CLOCK.minusSeconds(3 * 24 * 3600), "k8s", CLOCK.plusSeconds(7200)),
                "sha256:" + "ef".repeat(32),
                decision);
    }

    static Explanation explanation() {
        String key = resilience().findings().getLast().key();
        return new Explanation(
                record(),
                rules(),
                List.of(new Fix(
                        key,
                        "set: {entity: \"dependency:checkout-to-loyalty\", criticality: soft}",
                        Verdict.NEEDS_APPROVAL)),
                null);
    }

    static Blast blast() {
        return new Blast(
                BANK,
                12,
                4,
                Map.of(0, 1, 1, 3, 2, 8),
                List.of(
                        new Blast.Affected(PAYMENTS, 1, 1, List.of(needs(PAYMENTS, BANK))),
                        new Blast.Affected(
                                CHECKOUT, null, 2, List.of(needs(CHECKOUT, PAYMENTS), needs(PAYMENTS, BANK)))));
    }

    static List<RuleNote> rules() {
        return List.of(
                new RuleNote(
                        "tier-inversion",
                        "The critical cannot do without the less critical",
                        "Who is on call for the one cannot wake up anybody for the other.",
                        "Make the dependency soft with a fallback, or raise the tier of what is needed.",
                        List.of(new ControlNote("soc2-a1.2", "SOC 2", "A1.2", "Systems are built to stay up"))),
                new RuleNote(
                        "dependency-cycle",
                        "Components need each other in a circle",
                        "None of them can be started, or restored, before the others.",
                        "Turn one of the dependencies around by an event.",
                        List.of()),
                new RuleNote(
                        "data-residency",
                        "Personal data stays in its region",
                        "Outside the region others have a right to read it.",
                        "Send it without names, or to a receiver in the region.",
                        List.of(
                                ControlNote.unknown("gdpr-44"),
                                new ControlNote("iso27001-5.34", "ISO 27001:2022", "A.5.34", null))),
                new RuleNote(
                        "change-risk",
                        "Risk of the change",
                        "What touches much at once breaks much at once.",
                        "Split the change.",
                        List.of()));
    }

    public static Hop needs(EntityRef from, EntityRef to) {
        return new Hop(from, EntityRef.of(Kind.DEPENDENCY, from.name() + "-to-" + to.name()), to);
    }

    public static Hop sends(EntityRef from, EntityRef to) {
        return new Hop(from, EntityRef.of(Kind.FLOW, from.name() + "-to-" + to.name()), to);
    }

    private static GateVerdict resilience() {
        Ruling inversion = new RulingBuilder("tier-inversion", CHECKOUT)
                .message("checkout (tier 1) cannot do without loyalty (tier 3), for which nobody gets up at night")
                .measure(Measure.atMost(3, 1, "tier"))
                .path(needs(CHECKOUT, LOYALTY))
                .facts(
                        new CitedFact(
                                "tier", CHECKOUT, "1", WEXMERE, "catalog/ordering/catalog-info.yaml:14", false, null),
                        new CitedFact(
                                "tier", LOYALTY, "3", WEXMERE, "catalog/engagement/catalog-info.yaml:31", false, null),
                        new CitedFact(
                                "availability",
                                LOYALTY,
                                "97.2 %",
                                "prometheus",
                                null,
                                false,
                                CLOCK.minusSeconds(2 * 24 * 3600)),
                        new CitedFact(
                                "criticality",
                                needs(CHECKOUT, LOYALTY).edge(),
                                "hard",
                                "k8s",
                                "deploy/checkout.yaml:21",
                                true,
                                null),
                        new CitedFact("timeout", needs(CHECKOUT, LOYALTY).edge(), "2s", null, null, false, null))
                .expired("loyalty-until-october")
                .ruling();
        Ruling cycle = new RulingBuilder("dependency-cycle", EntityRef.of(Kind.CYCLE, "bank"))
                .severity(Severity.CRITICAL)
                .status(Comparison.Status.WORSENED)
                .message("bank, checkout and payments need each other")
                .path(needs(CHECKOUT, PAYMENTS), needs(PAYMENTS, BANK), needs(BANK, CHECKOUT))
                .ruling();
        Ruling waived = new RulingBuilder("single-replica-in-critical-tier", PAYMENTS)
                .message("payments runs one replica")
                .waiver("one-graphics-card")
                .ruling();
        Ruling resolved = new RulingBuilder("hard-dependency-without-timeout", CHECKOUT)
                .status(Comparison.Status.RESOLVED)
                .message("checkout waits for ever for payments")
                .lifted()
                .ruling();
        return new GateVerdict(
                "resilience",
                Verdict.DENY,
                null,
                Map.of(
                        "tier-inversion", List.of(CHECKOUT, LOYALTY),
                        "dependency-cycle", List.of(EntityRef.of(Kind.CYCLE, "bank")),
                        "single-replica-in-critical-tier", List.of(CHECKOUT, PAYMENTS)),
                List.of(cycle, resolved, waived, inversion),
                List.of(),
                Map.of());
    }

    private static GateVerdict compliance() {
        Ruling residency = new RulingBuilder("data-residency", CHECKOUT)
                .level(Level.SOFT)
                .message("personal data of checkout reaches insurer-hub in us-east-1 by way of payments and the bank")
                .path(sends(CHECKOUT, PAYMENTS), sends(PAYMENTS, BANK), sends(BANK, HUB))
                .facts(new CitedFact("region", HUB, null, WEXMERE, "catalog/prescriptions/externals.yaml", false, null))
                .ruling();
        Ruling approved = new RulingBuilder("encryption-in-transit", CHECKOUT)
                .level(Level.SOFT)
                .message("checkout sends personal data to loyalty without encryption")
                .approval(AGREED)
                .ruling();
        return new GateVerdict(
                "compliance",
                Verdict.NEEDS_APPROVAL,
                null,
                Map.of(
                        "data-residency", List.of(CHECKOUT),
                        "encryption-in-transit", List.of(CHECKOUT)),
                List.of(residency, approved),
                List.of(),
                Map.of());
    }

    private static GateVerdict risk() {
        Ruling score = new RulingBuilder("change-risk", CHANGE)
                .severity(Severity.MEDIUM)
                .level(Level.ADVISORY)
                .message("Risk of the change: 72 of 100, and from 60 on the gate objects")
                .measure(Measure.atMost(72, 60, "points"))
                .facts(new CitedFact(
                        "blast radius", CHANGE, "+40, 12 components need what it touches", null, null, false, null))
                .ruling();
        return new GateVerdict(
                "risk",
                Verdict.WARN,
                new Score(
                        "change-risk",
                        new BigDecimal("72"),
                        List.of(
                                new Score.Contribution("no window", new BigDecimal("8"), "nobody says when"),
                                new Score.Contribution(
                                        "blast radius", new BigDecimal("40"), "12 components need what it touches"),
                                new Score.Contribution("size", new BigDecimal("24"), "it touches 6 components"))),
                Map.of("change-risk", List.of(CHANGE)),
                List.of(score),
                List.of(),
                Map.of());
    }

    private static GateVerdict performance() {
        return new GateVerdict(
                "performance",
                Verdict.INCONCLUSIVE,
                null,
                Map.of("latency-promise", List.of(CHECKOUT)),
                List.of(),
                List.of(
                        new Unknown(
                                "latency-promise",
                                CHECKOUT,
                                LOYALTY,
                                "subject.latency",
                                Unknown.Why.MISSING,
                                true,
                                false),
                        new Unknown("latency-promise", BANK, BANK, "objective.target", Unknown.Why.STALE, false, false),
                        new Unknown("latency-trend", CHECKOUT, CHECKOUT, "latency", Unknown.Why.PARTIAL, false, true)),
                Map.of());
    }

    private static GateVerdict cost() {
        return new GateVerdict(
                "cost",
                Verdict.ERROR,
                null,
                Map.of("budget-exceeded", List.of(CHECKOUT)),
                List.of(),
                List.of(),
                Map.of(
                        "budget-exceeded", new Failure("it fired more than 10000 times", false),
                        "budget-forecast", new Failure("no such built-in: cost.forecast", true),
                        "gate", new Failure("it has no rules", false)));
    }

    private static GateVerdict drift() {
        Ruling old = new RulingBuilder("undeclared-dependency", PAYMENTS)
                .status(Comparison.Status.UNCHANGED)
                .message("payments calls bank, which nobody declared")
                .lifted()
                .ruling();
        return new GateVerdict(
                "drift",
                Verdict.ALLOW,
                null,
                Map.of("undeclared-dependency", List.of(CHECKOUT, PAYMENTS)),
                List.of(old),
                List.of(),
                Map.of());
    }

    private static GateVerdict sustainability() {
        Ruling shadow = new RulingBuilder("carbon-budget", CHECKOUT)
                .message("checkout emits 64 kg more a month, where 25 are allowed")
                .measure(Measure.atMost(64, 25, "kg/month"))
                .shadow()
                .ruling();
        return new GateVerdict(
                "sustainability",
                Verdict.ALLOW,
                null,
                Map.of("carbon-budget", List.of(CHECKOUT), "carbon-region", List.of(CHECKOUT)),
                List.of(shadow),
                List.of(),
                Map.of("carbon-region", new Failure("no such built-in: carbon.intensity", true)));
    }

    private static GateVerdict value() {
        return new GateVerdict(
                "value",
                Verdict.ALLOW,
                null,
                Map.of("initiative-without-worth", List.of(CHANGE)),
                List.of(),
                List.of(),
                Map.of());
    }
}
