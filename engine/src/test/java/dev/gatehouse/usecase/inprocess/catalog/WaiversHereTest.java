package dev.gatehouse.usecase.inprocess.catalog;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.nothing;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.KeptRecords;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.Waivers;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.verdict.JudgeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaiversHereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final JudgeSet JUDGES =
            new JudgeSet(List.of(ShippedRules.only("tier-inversion")), List.of(), Map.of());
    private static final String OWNED = "owner: shop, reason: because";
    private static final String TO_COME = "expires: '2027-01-01T00:00:00Z'";
    private static final Actor ANN = Actor.ADMINISTRATOR;

    private final MemoryGraph graph = new MemoryGraph();
    private final List<String> asked = new ArrayList<>();
    private final Access access = (actor, action, resource) -> asked.add(action + " " + resource);
    private final Waivers waivers = new WaiversHere(access, Architecture.DOCUMENTS, graph, () -> JUDGES, () -> NOW);

    @BeforeEach
    void imports_a_shop() {
        run(shop().with("Group", "shop", ""));
    }

    @Test
    void a_waiver_is_kept_until_it_is_withdrawn() {
        add(nothing().with("Waiver", "own", "rule: tier-inversion, subject: checkout, " + OWNED + ", " + TO_COME));
        assertThat(waivers.list(ANN)).map(Waiver::ref).containsExactly(ref("waiver:own"));

        waivers.withdraw(ANN, ref("waiver:own"));

        assertThat(waivers.list(ANN)).isEmpty();
        assertThat(asked).containsSubsequence("waiver:create waivers.yaml", "waiver:withdraw waiver:default/own");
    }

    @Test
    void one_that_would_accept_nothing_is_refused_with_all_that_is_wrong() {
        long revision = revision();

        assertThat(mistakes(nothing()
                        .with(
                                "Waiver",
                                "over",
                                "rule: tier-inversion, subject: checkout, " + OWNED + ", expires: '" + NOW + "'")
                        .with(
                                "Waiver",
                                "lost",
                                "rule: tier-invrsion, subject: chekout, owner: shp, reason: r, " + TO_COME)))
                .containsExactlyInAnyOrder(
                        "waivers.yaml:5:79: error: waiver:default/over expired at 2026-11-20T12:00:00Z, so it accepts "
                                + "nothing; give it a time to come, or take it out",
                        "waivers.yaml:10:29: error: waiver:default/lost is about 'component:default/chekout', which nobody "
                                + "declares, so it accepts nothing; did you mean 'checkout'?",
                        "waivers.yaml:10:8: error: waiver:default/lost is about the rule 'tier-invrsion', which does not "
                                + "exist, so it accepts nothing; did you mean 'tier-inversion'?",
                        "waivers.yaml:10:47: error: waiver:default/lost: there is no 'group:default/shp'; name a group or "
                                + "user that exists as the owner");
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void one_is_not_replaced_by_another_of_its_name() {
        Architecture own =
                nothing().with("Waiver", "own", "rule: tier-inversion, subject: checkout, " + OWNED + ", " + TO_COME);
        add(own);

        assertThat(mistakes(own))
                .containsExactly(
                        "waivers.yaml:4:12: error: there is a 'waiver:default/own' already; withdraw it first, or "
                                + "choose another name");
    }

    @Test
    void only_what_was_given_here_can_be_withdrawn() {
        run(shop().with("Group", "shop", "")
                .with("Waiver", "theirs", "rule: tier-inversion, subject: checkout, " + OWNED + ", " + TO_COME));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> waivers.withdraw(ANN, ref("waiver:theirs")))
                .withMessageContaining("'waiver:default/theirs' is declared by the source 'shop' (catalog.yaml:")
                .withMessageContaining("take it out there, and import that source again");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> waivers.withdraw(ANN, ref("waiver:thiers")))
                .withMessageContaining("There is no 'waiver:default/thiers'; did you mean 'theirs'?");
        assertThat(waivers.list(ANN)).hasSize(1);
    }

    @Test
    void who_may_not_withdraw_changes_nothing() {
        Waivers refusing = new WaiversHere(
                (_, action, _) -> {
                    throw new RefusedException(action);
                },
                Architecture.DOCUMENTS,
                graph,
                () -> JUDGES,
                () -> NOW);
        add(nothing().with("Waiver", "own", "rule: tier-inversion, subject: checkout, " + OWNED + ", " + TO_COME));

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> refusing.withdraw(ANN, ref("waiver:own")));
        assertThat(waivers.list(ANN)).hasSize(1);
    }

    @Test
    void an_import_that_takes_an_owner_away_says_which_waiver_to_withdraw() {
        add(nothing().with("Waiver", "own", "rule: tier-inversion, subject: checkout, " + OWNED + ", " + TO_COME));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(shop()))
                .withMessage("error: 'group:default/shop' would go, but it is the owner of waiver:default/own, which "
                        + "was given here; withdraw that waiver first");

        waivers.withdraw(ANN, ref("waiver:own"));
        run(shop());
        assertThat(graph.head().snapshot().find(ref("group:shop"))).isNull();
    }

    private static Architecture shop() {
        return architecture().component("checkout", "tier: 1");
    }

    private void run(Architecture architecture) {
        new ImportHere(
                        access,
                        Architecture.DOCUMENTS,
                        graph,
                        new Registrar(graph, new KeptRecords<>()),
                        Optional::empty,
                        () -> NOW,
                        List.of())
                .run(
                        ANN,
                        new Import.Request(
                                "shop", null, List.of(architecture.file("catalog.yaml")), false, true, false));
    }

    private void add(Architecture given) {
        waivers.add(ANN, given.file("waivers.yaml"));
    }

    private List<String> mistakes(Architecture given) {
        List<String> mistakes = new ArrayList<>();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> add(given))
                .satisfies(e -> e.diagnostics().forEach(mistake -> mistakes.add(mistake.toString())));
        return mistakes;
    }

    private long revision() {
        return graph.head().revision().number();
    }
}
