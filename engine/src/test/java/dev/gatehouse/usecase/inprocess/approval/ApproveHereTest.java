package dev.gatehouse.usecase.inprocess.approval;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.access.Access;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.KeptRecords;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.graph.memory.MemoryJournal;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.usecase.Approve;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.inprocess.catalog.ImportHere;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.usecase.inprocess.decision.AssessHere;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody asks, somebody else approves, and the same is asked again.
class ApproveHereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Access EVERYBODY = (_, _, _) -> {};
    private static final Actor SAM = new Actor("sam", Set.of());
    private static final Actor RUTH = new Actor("ruth", Set.of());
    private static final JudgeSet JUDGES = new JudgeSet(
            List.of(ShippedRules.only("tier-inversion", "hard-dependency-without-timeout")),
            List.of(ShippedRules.gate("resilience", Gate.Scope.INTRODUCED)),
            Map.of());
    private static final JudgeSet TWO_GATES = new JudgeSet(
            List.of(ShippedRules.only("tier-inversion", "hard-dependency-without-timeout", "undeclared-dependency")),
            List.of(
                    ShippedRules.gate("resilience", Gate.Scope.INTRODUCED),
                    ShippedRules.gate("drift", Gate.Scope.INTRODUCED)),
            Map.of());
    private static final String SOFT =
            "addDependency: {from: checkout, to: payments, criticality: hard, protocol: http}";
    private static final String HARD = "addDependency: {from: checkout, to: search, criticality: hard, protocol: amqp}";

    private JudgeSet judges = JUDGES;
    private final MemoryGraph graph = new MemoryGraph();
    private final KeptRecords<DecisionRecord> records = new KeptRecords<>();
    private final Approvals approvals = new Approvals(new MemoryJournal());
    private final Registrar registrar = new Registrar(graph, records);
    private final Assess assess = new AssessHere(
            EVERYBODY,
            Architecture.DOCUMENTS,
            graph,
            () -> judges,
            records,
            approvals::all,
            registrar,
            CLOCK,
            () -> "d" + records.size(),
            List.of());
    private final BreakGlass breakGlass = new BreakGlass(approvals, records);
    private final Approve approve =
            new ApproveHere(EVERYBODY, records, approvals, breakGlass, registrar, CLOCK, () -> "a1");

    @BeforeEach
    void imports_a_shop() {
        SourceFile shop = architecture()
                .with("User", "sam", "memberOf: []")
                .component("checkout", "tier: 1")
                .component("payments", "tier: 1")
                .component("search", "tier: 3")
                .file("catalog.yaml");
        new ImportHere(EVERYBODY, Architecture.DOCUMENTS, graph, registrar, Optional::empty, CLOCK, List.of())
                .run(RUTH, new Import.Request("shop", null, List.of(shop), false, false, false));
    }

    @Test
    void what_somebody_else_approved_goes_ahead() {
        DecisionRecord asked = ask(SAM, SOFT);
        assertThat(asked.judgement().verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);

        Approval approval = approve.approve(RUTH, asked.decisionId(), "tried", Duration.ofDays(1), false);

        assertThat(approval.by()).isEqualTo("ruth");
        assertThat(approval.expires()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(ask(SAM, SOFT).judgement().verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(ask(SAM, SOFT, HARD).judgement().verdict()).as("grown").isEqualTo(Verdict.DENY);
    }

    @Test
    void nobody_approves_their_own_change() {
        String asked = ask(SAM, SOFT).decisionId();
        assertRefused(SAM, asked, "tried", Duration.ofDays(1), "nobody approves their own change");

        String onBehalf = ask(RUTH, SOFT).decisionId();
        assertRefused(SAM, onBehalf, "tried", Duration.ofDays(1), "nobody approves their own change");
    }

    @Test
    void an_approval_has_a_reason_and_an_end() {
        String asked = ask(RUTH, SOFT).decisionId();
        Actor other = new Actor("olga", Set.of());

        assertRefused(other, asked, " ", Duration.ofDays(1), "needs a reason");
        assertRefused(other, asked, "bell\u0007", Duration.ofDays(1), "The reason has the character U+0007 in it");
        assertRefused(
                other,
                asked,
                "x".repeat(10_001),
                Duration.ofDays(1),
                "The reason has 10001 characters; at most 10000 are read");
        assertRefused(other, asked, "tried", Duration.ZERO, "up to 90 days");
        assertRefused(other, asked, "tried", Duration.ofDays(91), "up to 90 days");
    }

    @Test
    void what_is_hard_is_overridden_by_breaking_the_glass_only() {
        String asked = ask(SAM, HARD).decisionId();
        assertRefused(RUTH, asked, "tried", Duration.ofDays(1), "can be approved");

        approve.approve(RUTH, asked, "an emergency", Duration.ofHours(1), true);

        assertThat(ask(SAM, HARD).judgement().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void who_broke_the_glass_is_told_that_it_lifts_nothing_where_they_ask_themselves() {
        String asked = ask(SAM, HARD).decisionId();
        Approval given = approve.approve(RUTH, asked, "an emergency", Duration.ofHours(1), true);

        Decision own = ask(RUTH, HARD).judgement();
        assertThat(own.verdict()).isEqualTo(Verdict.DENY);
        assertThat(own.own()).isEqualTo(given);
        assertThat(ask(SAM, HARD).judgement().own()).isNull();

        approve.approve(new Actor("olga", Set.of()), asked, "indeed", Duration.ofHours(1), true);
        assertThat(ask(RUTH, HARD).judgement()).satisfies(judgement -> {
            assertThat(judgement.verdict()).isEqualTo(Verdict.ALLOW);
            assertThat(judgement.own()).isNull();
        });
    }

    @Test
    void broken_glass_is_a_finding_until_somebody_else_has_reviewed_it() {
        String asked = ask(SAM, HARD).decisionId();
        approve.approve(RUTH, asked, "an emergency", Duration.ofHours(1), true);
        assertThat(standing("production"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("ruth broke the glass", "an emergency", "nobody has reviewed", asked));
        assertThat(standing("staging")).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> approve.approve(RUTH, asked, "it was right", Duration.ofDays(1), false));

        approve.approve(new Actor("olga", Set.of()), asked, "it was right", Duration.ofDays(1), false);

        assertThat(standing("production")).isEmpty();
    }

    @Test
    void who_broke_the_glass_cannot_sweep_it_up_by_rejecting_the_change() {
        String asked = ask(SAM, HARD).decisionId();
        approve.approve(RUTH, asked, "an emergency", Duration.ofHours(1), true);

        approve.reject(RUTH, asked, "it is over");
        assertThat(standing("production")).hasSize(1);

        approve.reject(new Actor("olga", Set.of()), asked, "it should not have been done");
        assertThat(standing("production")).isEmpty();
    }

    private List<Ruling> standing(String environment) {
        Gate compliance = ShippedRules.gate("compliance", Gate.Scope.INTRODUCED);
        GateVerdict nothing =
                new GateVerdict("compliance", Verdict.ALLOW, null, Map.of(), List.of(), List.of(), Map.of());
        return breakGlass.addTo(List.of(nothing), List.of(compliance), ref("environment:" + environment)).stream()
                .flatMap(gate -> gate.findings().stream())
                .toList();
    }

    @Test
    void a_rejected_change_is_no_longer_beside_others() {
        DecisionRecord asked = ask(SAM, SOFT);

        approve.reject(RUTH, asked.decisionId(), "not now");

        assertThat(state()).isEqualTo(RegisteredChange.State.DROPPED);
        approve.approve(RUTH, asked.decisionId(), "or now after all", Duration.ofDays(1), false);
        assertThat(state()).as("is registered anew or not at all").isEqualTo(RegisteredChange.State.DROPPED);
    }

    private RegisteredChange.State state() {
        return ((RegisteredChange)
                        Objects.requireNonNull(graph.head().snapshot().find(ref("change:change")))
                                .entity())
                .state();
    }

    @Test
    void what_was_approved_needs_no_further_decision() {
        DecisionRecord asked = ask(SAM, SOFT);
        assertThat(state()).isEqualTo(RegisteredChange.State.PROPOSED);

        approve.approve(RUTH, asked.decisionId(), "tried", Duration.ofDays(1), false);

        assertThat(state()).isEqualTo(RegisteredChange.State.APPROVED);
    }

    @Test
    void an_approval_lets_nothing_go_ahead_that_is_denied_or_was_registered_anew() {
        DecisionRecord old = ask(SAM, SOFT);
        DecisionRecord denied = ask(SAM, SOFT, HARD);

        approve.approve(RUTH, old.decisionId(), "tried", Duration.ofDays(1), false);
        approve.approve(RUTH, denied.decisionId(), "tried", Duration.ofDays(1), false);
        assertThat(state()).isEqualTo(RegisteredChange.State.PROPOSED);

        approve.approve(RUTH, denied.decisionId(), "an emergency", Duration.ofDays(1), true);
        assertThat(state()).isEqualTo(RegisteredChange.State.APPROVED);
    }

    @Test
    void a_rejection_voids_what_was_approved_before_it() {
        DecisionRecord asked = ask(SAM, SOFT);
        approve.approve(RUTH, asked.decisionId(), "tried", Duration.ofDays(1), false);
        approve.reject(RUTH, asked.decisionId(), "it was not tried at all");

        assertThat(ask(SAM, SOFT).judgement().verdict()).isEqualTo(Verdict.NEEDS_APPROVAL);
        approve.approve(RUTH, asked.decisionId(), "now it was", Duration.ofDays(1), false);
        assertThat(ask(SAM, SOFT).judgement().verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_rejection_drops_no_newer_version_of_the_change() {
        DecisionRecord old = ask(SAM, SOFT);
        ask(SAM, SOFT, HARD);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> approve.reject(RUTH, old.decisionId(), "not now"))
                .withMessageContaining("registered anew");
    }

    @Test
    void a_change_is_registered_and_approved_by_what_all_gates_say() {
        judges = TWO_GATES;
        DecisionRecord all = ask(SAM, SOFT);
        DecisionRecord some = assess.run(SAM, request(List.of("drift"), false, SOFT));
        assertThat(some.judgement().gates())
                .hasSizeLessThan(all.judgement().gates().size());

        registrar.approve(RUTH, some.judgement(), NOW);

        assertThat(state()).isEqualTo(RegisteredChange.State.PROPOSED);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> assess.run(SAM, request(List.of("drift"), true, SOFT)))
                .withMessageContaining("registered by what all gates say");
    }

    @Test
    void a_rejection_voids_approvals_also_where_it_ends_before_the_change_is_dropped() {
        DecisionRecord asked = ask(SAM, SOFT);
        approve.approve(RUTH, asked.decisionId(), "tried", Duration.ofDays(1), false);
        Registrar failing = new Registrar(new Unwritable(graph), records);
        Approve ending = new ApproveHere(EVERYBODY, records, approvals, breakGlass, failing, CLOCK, () -> "a2");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ending.reject(RUTH, asked.decisionId(), "it was not tried at all"));

        assertThat(approvals.all()).isEmpty();
    }

    private record Unwritable(Graph graph) implements Graph {
        @Override
        public State head() {
            return graph.head();
        }

        @Override
        public Snapshot at(long revision) {
            return graph.at(revision);
        }

        @Override
        public State commit(long expected, Commit commit) {
            throw new StoreException("The graph cannot be written to", null);
        }

        @Override
        public void restore() {
            graph.restore();
        }
    }

    private void assertRefused(Actor actor, String decision, String reason, Duration valid, String why) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> approve.approve(actor, decision, reason, valid, false))
                .withMessageContaining(why);
        assertThat(approvals.all()).isEmpty();
    }

    private DecisionRecord ask(Actor actor, String... operations) {
        return assess.run(actor, request(List.of(), true, operations));
    }

    private static Assess.Request request(List<String> gates, boolean register, String... operations) {
        String text = """
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: change}
                spec: {environment: production, requestedBy: 'user:sam', operations: [{%s}]}
                """.formatted(String.join("}, {", operations));
        SourceFile file = new SourceFile("change.yaml", text.getBytes(StandardCharsets.UTF_8));
        return new Assess.Request(new Assess.Written(file, List.of()), null, gates, null, register);
    }
}
