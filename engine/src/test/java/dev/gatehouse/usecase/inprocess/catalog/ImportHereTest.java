package dev.gatehouse.usecase.inprocess.catalog;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.nothing;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.facts.change.ChangeResolver;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.KeptRecords;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.inprocess.Commits;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.usecase.inprocess.decision.HeadChange;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportHereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final MemoryGraph graph = new MemoryGraph();
    private final KeptRecords<DecisionRecord> records = new KeptRecords<>();
    private final Registrar registrar = new Registrar(graph, records);
    private final Import imports = imports("shop", "platform");

    private Import imports(String... order) {
        return new ImportHere(
                (_, _, _) -> {},
                Architecture.DOCUMENTS,
                graph,
                registrar,
                Optional::empty,
                InstantSource.fixed(NOW),
                List.of(order));
    }

    @Test
    void a_source_is_replaced_as_a_whole_and_others_stay() {
        run("shop", many(20).component("checkout", "tier: 1"));
        run("platform", nothing().component("broker", ""));

        Import.Result result = run("shop", many(20).component("payments", ""));

        assertThat(result.added()).containsExactly(ref("payments"));
        assertThat(result.removed()).containsExactly(ref("checkout"));
        assertThat(now().find(ref("checkout"))).isNull();
        assertThat(now().find(ref("broker"))).isNotNull();
        assertThat(now().readings()).containsOnlyKeys("shop", "platform");
    }

    @Test
    void the_same_again_changes_nothing() {
        run("shop", many(3));

        Import.Result again = run("shop", many(3));

        assertThat(again.added()).isEmpty();
        assertThat(again.altered()).isEmpty();
        assertThat(again.removed()).isEmpty();
    }

    @Test
    void a_moved_line_is_noted_and_alters_nothing() {
        run("shop", nothing().component("checkout", "").component("payments", ""));

        Import.Result moved = run("shop", nothing().component("payments", "").component("checkout", ""));

        assertThat(moved.altered()).isEmpty();
        assertThat(declared("payments").provenance().line()).isEqualTo(2);
    }

    @Test
    void a_source_with_a_broken_document_changes_nothing_unless_a_part_is_asked_for() {
        run("shop", nothing().component("checkout", "").component("payments", ""));
        Architecture broken = nothing().component("checkout", "tier: 1").component("payments", "teir: 1");

        assertThat(mistakes("shop", broken))
                .singleElement()
                .asString()
                .startsWith("catalog.yaml:10:8: ")
                .contains("'teir'");
        assertThat(graph.head().revision().number()).isEqualTo(1);

        Import.Result result = imports.run(Actor.ADMINISTRATOR, part(broken));

        assertThat(result.complete()).isFalse();
        assertThat(result.altered()).containsExactly(ref("checkout"));
        assertThat(result.kept()).containsExactly(ref("payments"));
        assertThat(result.removed()).isEmpty();
        assertThat(result.notes()).singleElement().matches(Diagnostic::isError);
        assertThat(now().find(ref("payments"))).isNotNull();
        assertThat(now().readings()).containsEntry("shop", new Reading("shop", NOW, false));
    }

    @Test
    void a_complete_reading_ends_the_incomplete_one() {
        run("shop", many(20).component("payments", ""));
        imports.run(Actor.ADMINISTRATOR, part(many(20).component("payments", "teir: 1")));

        Import.Result result = imports.run(Actor.ADMINISTRATOR, part(many(20)));

        assertThat(result.complete()).isTrue();
        assertThat(result.removed()).containsExactly(ref("payments"));
        assertThat(now().readings()).containsEntry("shop", new Reading("shop", NOW, true));
    }

    @Test
    void of_a_part_goes_what_leads_to_what_could_not_be_read() {
        Import.Result result = imports.run(
                Actor.ADMINISTRATOR,
                part(nothing()
                        .component("checkout", "")
                        .component("payments", "teir: 1")
                        .with(
                                "SLO",
                                "pays",
                                "component: payments, indicator: availability, objective: 0.99, window: 30d")
                        .dependency("checkout", "payments", "")));

        assertThat(result.added()).containsExactly(ref("checkout"));
        assertThat(result.notes())
                .extracting(Diagnostic::message)
                .anyMatch(told -> told.startsWith("dependency:default/checkout-to-payments refers to"))
                .anyMatch(told -> told.startsWith("slo:default/pays refers to"));
    }

    @Test
    void what_contradicts_itself_is_no_part() {
        Architecture twice =
                nothing().component("checkout", "teir: 1").component("cart", "").component("cart", "tier: 1");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> imports.run(Actor.ADMINISTRATOR, part(twice)))
                .withMessageContaining("'teir'")
                .withMessageContaining("declared twice");
        assertThat(graph.head().revision().number()).isZero();
    }

    private static Import.Request part(Architecture architecture) {
        return new Import.Request("shop", null, List.of(architecture.file("catalog.yaml")), false, false, true);
    }

    @Test
    void a_removal_of_more_than_a_tenth_must_be_allowed() {
        run("shop", many(20));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run("shop", many(17)))
                .withMessageContaining("would lose 3 of its 20 entities")
                .withMessageContaining("if it is meant, allow it by --allow-removals, over REST by allowRemovals");
        assertThat(run("shop", many(18)).removed()).hasSize(2);
        assertThat(imports.run(Actor.ADMINISTRATOR, request("shop", many(1), false, true))
                        .removed())
                .hasSize(17);
    }

    @Test
    void a_dry_run_tells_the_difference_and_changes_nothing() {
        run("shop", many(3));
        Graph.State before = graph.head();

        Import.Result result = imports.run(Actor.ADMINISTRATOR, request("shop", many(4), true, false));

        assertThat(result.added()).containsExactly(ref("part3"));
        assertThat(graph.head()).isEqualTo(before);
    }

    @Test
    void a_dry_run_tells_the_difference_too_that_would_be_refused_and_why() {
        run("shop", many(20));
        Graph.State before = graph.head();

        Import.Result result = imports.run(Actor.ADMINISTRATOR, request("shop", many(17), true, false));

        assertThat(result.removed()).hasSize(3);
        assertThat(result.refusal()).asString().contains("would lose 3 of its 20 entities", "--allow-removals");
        assertThat(graph.head()).isEqualTo(before);
        assertThat(imports.run(Actor.ADMINISTRATOR, request("shop", many(17), true, true))
                        .refusal())
                .isNull();
    }

    @Test
    void tells_every_unknown_reference_with_its_place() {
        run("shop", nothing().component("checkout", "").with("Group", "shop", ""));
        long revision = graph.head().revision().number();

        assertThat(mistakes(
                        "platform",
                        nothing()
                                .dependency("broker", "chekout", "")
                                .component("broker", "")
                                .component("identity", "owner: shp")))
                .satisfiesExactlyInAnyOrder(
                        one -> {
                            assertThat(one.file()).isEqualTo("catalog.yaml");
                            assertThat(one.line()).isEqualTo(5);
                            assertThat(one.column()).isEqualTo(22);
                            assertThat(one.pointer()).isEqualTo("/spec/to");
                            assertThat(one.toString()).contains("component:default/chekout", "'checkout'");
                        },
                        other -> {
                            assertThat(other.line()).isEqualTo(15);
                            assertThat(other.pointer()).isEqualTo("/spec/owner");
                            assertThat(other.toString()).contains("group:default/shp", "'shop'");
                        });
        assertThat(graph.head().revision().number()).isEqualTo(revision);
    }

    @Test
    void what_others_refer_to_cannot_go() {
        run("shop", many(20).component("checkout", ""));
        run("platform", nothing().component("broker", "").dependency("broker", "checkout", ""));

        assertThat(mistakes("shop", many(20)))
                .singleElement()
                .asString()
                .contains("'component:default/checkout' would go, but dependency:default/broker-to-checkout"
                        + " (source 'platform') still refers to it");
    }

    @Test
    void a_registered_change_of_the_past_keeps_nothing_from_going() {
        run("shop", many(20).component("checkout", ""));
        register("checkout");

        assertThat(run("shop", many(20)).removed()).containsExactly(ref("checkout"));
    }

    @Test
    void ends_the_changes_that_the_architecture_shows() {
        run("shop", architecture().component("checkout", "").component("payments", ""));
        propose("tier", "set: {component: checkout, tier: 1}");
        propose("call", "addDependency: {from: checkout, to: payments, timeout: 2s}");

        Import.Result result =
                run("shop", architecture().component("checkout", "tier: 1").component("payments", ""));

        assertThat(result.altered()).containsExactly(ref("checkout"));
        assertThat(result.notes())
                .extracting(Diagnostic::toString)
                .containsExactly("note: change:default/tier is done: all that it was to bring is there");
        assertThat(state("tier")).isEqualTo(RegisteredChange.State.DONE);
        assertThat(state("call")).isEqualTo(RegisteredChange.State.PROPOSED);
        assertThat(run("shop", architecture().component("checkout", "tier: 1").component("payments", ""))
                        .notes())
                .isEmpty();
    }

    /// As a decision that asks for approval registers it.
    private void propose(String name, String operation) {
        Change change = Architecture.change(name, operation);
        Decision decision = new Decision(
                Verdict.NEEDS_APPROVAL,
                change,
                Actor.ADMINISTRATOR,
                Architecture.PRODUCTION,
                NOW,
                "",
                Map.of(),
                Map.of(),
                List.of(),
                null);
        DecisionRecord record = new DecisionRecord(name, NOW, "ruth", Map.of(), 1L, Map.of(), "", decision);
        records.keep(record, Map.of());
        registrar.register(Actor.ADMINISTRATOR, ChangeResolver.resolve(change, now(), EntityPatch::patched), record);
    }

    private RegisteredChange.State state(String change) {
        return ((RegisteredChange) Objects.requireNonNull(now().find(ref("change:" + change)))
                        .entity())
                .state();
    }

    private void register(String touched) {
        RegisteredChange change = new RegisteredChange(
                ref("change:old"),
                null,
                RegisteredChange.State.DONE,
                Architecture.PRODUCTION,
                null,
                null,
                null,
                null,
                "",
                Set.of(ref(touched)),
                NOW,
                NOW);
        Declaration declaration = new Declaration(change, new Provenance(Registrar.SOURCE, null, 0, false));
        Graph.Commit registered =
                new Graph.Commit(Delta.of(List.of(declaration)), List.of(), NOW, "ruth", "registered");
        Commits.commit(graph, _ -> registered);
    }

    @Test
    void where_two_sources_disagree_the_order_decides_and_it_is_told() {
        run("platform", nothing().component("checkout", "tier: 3"));

        Import.Result first = run("shop", nothing().component("checkout", "tier: 1"));

        assertThat(tier("checkout")).isEqualTo(1);
        assertThat(first.notes())
                .singleElement()
                .asString()
                .contains("is declared by 'platform' too", "that of 'shop' counts");

        Import.Result second = run("platform", nothing().component("checkout", "tier: 2"));

        assertThat(tier("checkout")).isEqualTo(1);
        assertThat(second.altered()).isEmpty();
        assertThat(second.notes()).singleElement().asString().contains("that of 'shop' counts");
    }

    @Test
    void a_head_becomes_the_change_that_its_import_would_make() {
        run("platform", nothing().component("checkout", "tier: 3"));
        run("shop", nothing().component("search", "tier: 2"));
        Architecture head = nothing().component("search", "tier: 1").component("checkout", "tier: 1");

        assertThat(derived(head, "shop", "platform").operations()).hasSize(2);
        assertThat(derived(head, "platform", "shop").operations()).hasSize(1);
    }

    @Test
    void among_sources_without_an_order_the_first_one_stays() {
        Import unordered = imports();
        unordered.run(Actor.ADMINISTRATOR, request("a", nothing().component("checkout", "tier: 3"), false, false));
        unordered.run(Actor.ADMINISTRATOR, request("b", nothing().component("checkout", "tier: 1"), false, false));

        assertThat(tier("checkout")).isEqualTo(3);
    }

    @Test
    void who_may_not_import_changes_nothing() {
        Import refusing = new ImportHere(
                (_, action, _) -> {
                    throw new RefusedException(action);
                },
                Architecture.DOCUMENTS,
                graph,
                registrar,
                Optional::empty,
                InstantSource.fixed(NOW),
                List.of());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> refusing.run(Actor.ADMINISTRATOR, request("shop", many(1), false, false)));
        assertThat(graph.head().revision().number()).isZero();
    }

    @Test
    void a_change_derived_from_a_folder_is_what_differs_from_its_source() {
        run("shop", architecture().component("checkout", "tier: 1").component("payments", ""));
        run("platform", nothing().component("broker", ""));

        Change change = derived(architecture().component("checkout", "tier: 2").component("search", ""));

        assertThat(change.operations())
                .map(operation -> switch (operation) {
                    case Operation.Remove(var gone) -> "- " + gone.name();
                    case Operation.Declare(Declaration put) -> "+ " + put.ref().name();
                    default -> operation.toString();
                })
                .containsExactly("- payments", "+ checkout", "+ search");
    }

    @Test
    void a_moved_line_is_no_change() {
        run("shop", nothing().component("checkout", "").component("payments", ""));

        assertThat(derived(nothing().component("payments", "").component("checkout", ""))
                        .operations())
                .isEmpty();
    }

    @Test
    void a_component_can_go_with_all_that_belongs_to_it() {
        run(
                "shop",
                architecture()
                        .component("checkout", "")
                        .component("payments", "")
                        .dependency("checkout", "payments", "sends: [personal]")
                        .with("Deployment", "checkout-there", "component: checkout, environment: production"));

        Change change = derived(architecture().component("payments", ""));

        assertThat(ChangeResolver.resolve(change, now(), EntityPatch::patched)
                        .delta()
                        .removes())
                .hasSize(4);
    }

    @Test
    void waivers_come_in_only_with_the_right_to_give_them() {
        Access operator = (_, action, _) -> {
            if (action.equals("waiver:create")) {
                throw new RefusedException("an operator gives no waivers");
            }
        };
        Import asOperator = new ImportHere(
                operator, Architecture.DOCUMENTS, graph, registrar, Optional::empty, () -> NOW, List.of());
        Architecture waiving = architecture()
                .with("Group", "shop", "")
                .component("checkout", "tier: 1")
                .with(
                        "Waiver",
                        "own",
                        "rule: tier-inversion, subject: 'component:checkout', owner: shop, reason: because, "
                                + "expires: '2027-01-01T00:00:00Z'");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> asOperator.run(Actor.ADMINISTRATOR, request("shop", waiving, false, false)));
        assertThat(graph.head().revision().number()).isZero();

        run("shop", waiving);

        asOperator.run(Actor.ADMINISTRATOR, request("shop", waiving, false, false));
        assertThatExceptionOfType(RefusedException.class)
                .as("nor taken away")
                .isThrownBy(() -> asOperator.run(
                        Actor.ADMINISTRATOR,
                        request("shop", architecture().component("checkout", "tier: 1"), false, true)));
    }

    @Test
    void waivers_that_accept_nothing_are_told_and_stop_nobody() {
        Architecture waiving = architecture()
                .with("Group", "shop", "")
                .component("checkout", "tier: 1")
                .with("Waiver", "right", waiver("tier-inversion", "checkout", "2027-01-01"))
                .with("Waiver", "over", waiver("tier-inversion", "checkout", "2026-11-20"))
                .with("Waiver", "of-nobody", waiver("tier-inversion", "chekout", "2027-01-01"))
                .with("Waiver", "of-a-cycle", waiver("tier-inversion", "cycle:a", "2027-01-01"))
                .with("Waiver", "of-no-rule", waiver("tier-invrsion", "checkout", "2027-01-01"));
        JudgeSet judges = new JudgeSet(List.of(ShippedRules.only("tier-inversion")), List.of(), Map.of());

        List<Diagnostic> notes = new ImportHere(
                        (_, _, _) -> {},
                        Architecture.DOCUMENTS,
                        graph,
                        registrar,
                        () -> Optional.of(judges),
                        () -> NOW,
                        List.of())
                .run(Actor.ADMINISTRATOR, request("shop", waiving, false, false))
                .notes();

        assertThat(notes)
                .map(Diagnostic::toString)
                .containsExactlyInAnyOrder(
                        "catalog.yaml:25:81: warning: waiver:default/over expired at 2026-11-20T00:00:00Z, so it accepts "
                                + "nothing; give it a time to come, or take it out",
                        "catalog.yaml:30:30: warning: waiver:default/of-nobody is about 'component:default/chekout', which "
                                + "nobody declares, so it accepts nothing; did you mean 'checkout'?",
                        "catalog.yaml:40:8: warning: waiver:default/of-no-rule is about the rule 'tier-invrsion', which "
                                + "does not exist, so it accepts nothing; did you mean 'tier-inversion'?");
    }

    @Test
    void an_environment_that_a_gate_misspells_is_told_with_the_nearest() {
        Gate gate = ShippedRules.gate("resilience", Gate.Scope.INTRODUCED);
        Gate misspelt = new Gate(
                gate.name(),
                gate.question(),
                gate.scope(),
                Map.of("prodution", Map.of(), "elsewhere", Map.of(), Gate.DEFAULT, Map.of()),
                Map.of("defualt", Map.of()),
                Map.of(),
                null,
                Map.of());
        JudgeSet judges = new JudgeSet(List.of(ShippedRules.only("tier-inversion")), List.of(misspelt), Map.of());

        List<Diagnostic> notes = new ImportHere(
                        (_, _, _) -> {},
                        Architecture.DOCUMENTS,
                        graph,
                        registrar,
                        () -> Optional.of(judges),
                        () -> NOW,
                        List.of())
                .run(Actor.ADMINISTRATOR, request("shop", architecture(), false, false))
                .notes();

        assertThat(notes)
                .map(Diagnostic::toString)
                .containsExactly(
                        "warning: the gate 'resilience' has levels for the environment 'defualt', which nobody"
                                + " declares, so they never count; did you mean 'default'?",
                        "warning: the gate 'resilience' has levels for the environment 'prodution', which nobody"
                                + " declares, so they never count; did you mean 'production'?");
    }

    private static String waiver(String rule, String subject, String until) {
        return "rule: " + rule + ", subject: '" + subject + "', owner: shop, reason: because, expires: '" + until
                + "T00:00:00Z'";
    }

    @Test
    void the_names_of_own_sources_are_not_for_others() {
        assertThat(mistakes("gatehouse:waivers", architecture().component("checkout", "")))
                .singleElement()
                .asString()
                .contains("a source of Gatehouse's own");
    }

    @Test
    void a_source_has_a_name_that_is_the_same_everywhere() {
        for (String name : List.of("", "../x", "two\nlines", "blank ", "x".repeat(501))) {
            assertThat(mistakes(name, architecture())).singleElement().satisfies(mistake -> {
                assertThat(mistake.message()).startsWith("The name of the source");
                assertThat(mistake.pointer()).isEqualTo("/source");
            });
        }
        assertThat(graph.head().revision().number()).isZero();
    }

    @Test
    void a_file_is_given_once_and_has_a_name() {
        List<SourceFile> files = List.of(
                architecture().file("a.yaml"),
                nothing().file("a.yaml"),
                nothing().file(""));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        imports.run(Actor.ADMINISTRATOR, new Import.Request("shop", null, files, false, false, false)))
                .withMessageContaining("The file 'a.yaml' is given twice")
                .withMessageContaining("File 3 of 3 has no name");
    }

    private Change derived(Architecture head, String... order) {
        List<SourceFile> files = List.of(head.file("catalog.yaml"));
        return HeadChange.change(
                now(),
                new Assess.Head("shop", files, null),
                Architecture.DOCUMENTS.catalog("shop", null, files),
                Architecture.PRODUCTION,
                List.of(order));
    }

    private Import.Result run(String source, Architecture architecture) {
        return imports.run(Actor.ADMINISTRATOR, request(source, architecture, false, false));
    }

    private static Import.Request request(
            String source, Architecture architecture, boolean dryRun, boolean allowRemovals) {
        return new Import.Request(
                source, null, List.of(architecture.file("catalog.yaml")), dryRun, allowRemovals, false);
    }

    private static Architecture many(int parts) {
        Architecture many = nothing();
        for (int i = 0; i < parts; i++) {
            many.component("part" + i, "");
        }
        return many;
    }

    private List<Diagnostic> mistakes(String source, Architecture architecture) {
        InvalidInputException[] caught = new InvalidInputException[1];
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(source, architecture))
                .satisfies(e -> caught[0] = e);
        return caught[0].diagnostics();
    }

    private Snapshot now() {
        return graph.head().snapshot();
    }

    private Declaration declared(String name) {
        return Objects.requireNonNull(now().find(ref(name)));
    }

    private Integer tier(String name) {
        return Objects.requireNonNull(((Component) declared(name).entity()).tier());
    }
}
