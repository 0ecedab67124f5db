package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Ruling.CitedFact;
import dev.gatehouse.verdict.Verdict;
import java.util.List;
import java.util.Map;

/// Decisions that show one thing each.
final class SampleDecisions {
    private SampleDecisions() {}

    /// One that goes ahead since somebody broke the glass.
    static DecisionView overridden() {
        Ruling.ApprovedBy broken = new Ruling.ApprovedBy("a-8", "pat", "the shop is down", true);
        Ruling inversion = new RulingBuilder("tier-inversion", Sample.CHECKOUT)
                .message("checkout (tier 1) cannot do without loyalty (tier 3)")
                .approval(broken)
                .ruling();
        Ruling cycle = new RulingBuilder("dependency-cycle", EntityRef.of(Kind.CYCLE, "bank"))
                .severity(Severity.CRITICAL)
                .message("bank, checkout and payments need each other")
                .approval(broken)
                .ruling();
        Ruling timeout = new RulingBuilder("hard-dependency-without-timeout", Sample.CHECKOUT)
                .severity(Severity.MEDIUM)
                .level(Level.SOFT)
                .message("checkout waits for ever for loyalty")
                .approval(broken)
                .ruling();
        GateVerdict gate = new GateVerdict(
                "resilience",
                Verdict.ALLOW,
                null,
                Map.of("tier-inversion", List.of(Sample.CHECKOUT)),
                List.of(cycle, inversion, timeout),
                List.of(),
                Map.of());
        return DecisionView.of(Sample.record(null, Verdict.ALLOW, List.of(gate)), Sample.rules());
    }

    /// One that waits for an approval, and nothing else.
    static DecisionView asking() {
        GateVerdict all = gate("compliance");
        GateVerdict gate = new GateVerdict(
                "compliance",
                Verdict.NEEDS_APPROVAL,
                null,
                all.checked(),
                List.of(all.findings().getFirst()),
                List.of(),
                Map.of());
        return DecisionView.of(Sample.record(null, Verdict.NEEDS_APPROVAL, List.of(gate)), Sample.rules());
    }

    /// One whose change came in a file, with an artifact beside it.
    static DecisionView written() {
        EntityRef edge = Sample.needs(Sample.CHECKOUT, Sample.LOYALTY).edge();
        String source = "change " + Sample.CHANGE.shortName();
        EntityRef agent = EntityRef.of(Kind.ARTIFACT, "k8s/agent.yaml");
        Ruling timeout = new RulingBuilder("no-timeout", Sample.CHECKOUT)
                .facts(new CitedFact("timeout", edge, null, source, null, false, null))
                .ruling();
        Ruling hygiene = new RulingBuilder("kubernetes-hygiene", agent)
                .facts(new CitedFact("document", agent, "1", null, null, false, null))
                .ruling();
        List<Ruling> all = List.of(
                gate("resilience").findings().getLast(), gate("risk").findings().getFirst(), timeout, hygiene, hygiene);
        GateVerdict gate = new GateVerdict("resilience", Verdict.DENY, null, Map.of(), all, List.of(), Map.of());
        Written file = new Written("changes/award.yaml", Map.of(Sample.CHANGE, Map.of(Sample.CHANGE, 4, edge, 9)));
        return DecisionView.of(Sample.record(null, Verdict.DENY, List.of(gate)), Sample.rules())
                .in(file);
    }

    private static GateVerdict gate(String name) {
        return Sample.record().judgement().gates().stream()
                .filter(gate -> gate.gate().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
