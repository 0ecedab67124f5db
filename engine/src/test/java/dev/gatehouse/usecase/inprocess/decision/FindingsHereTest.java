package dev.gatehouse.usecase.inprocess.decision;

import static dev.gatehouse.fixture.Architecture.architecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.access.Access;
import dev.gatehouse.findings.Question;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.KeptRecords;
import dev.gatehouse.fixture.Overheard;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.graph.memory.MemoryJournal;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.inprocess.approval.Approvals;
import dev.gatehouse.usecase.inprocess.approval.BreakGlass;
import dev.gatehouse.usecase.inprocess.catalog.ImportHere;
import dev.gatehouse.usecase.inprocess.change.Registrar;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.files.FileRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsHereTest {
    private static final Access EVERYBODY = (_, _, _) -> {};

    @TempDir
    Path folder;

    private final MemoryGraph graph = new MemoryGraph();
    private final List<Question> asked = new ArrayList<>();
    private final Overheard judge = new Overheard(ShippedRules.only("tier-inversion"), _ -> {}, asked::addAll);
    private final JudgeSet judges =
            new JudgeSet(List.of(judge), List.of(ShippedRules.gate("resilience", Gate.Scope.INTRODUCED)), Map.of());
    private Instant now = Instant.parse("2026-11-20T12:00:10Z");
    private FindingsHere findings;

    @BeforeEach
    void a_shop_with_an_inverted_tier() {
        BreakGlass breakGlass =
                new BreakGlass(new Approvals(new MemoryJournal()), new FileRecords<>(folder, DecisionRecord.KIND));
        findings = new FindingsHere(EVERYBODY, graph, () -> judges, breakGlass, () -> now);
        imports(shop());
    }

    private static Architecture shop() {
        return architecture()
                .component("checkout", "tier: 1")
                .component("search", "tier: 3")
                .dependency("checkout", "search", "criticality: hard");
    }

    private void imports(Architecture architecture) {
        new ImportHere(
                        EVERYBODY,
                        Architecture.DOCUMENTS,
                        graph,
                        new Registrar(graph, new KeptRecords<>()),
                        Optional::empty,
                        () -> now,
                        List.of())
                .run(
                        Actor.ADMINISTRATOR,
                        new Import.Request(
                                "shop", null, List.of(architecture.file("catalog.yaml")), false, false, false));
    }

    private List<String> found() {
        return foundAt(null);
    }

    private List<String> foundAt(@Nullable Instant at) {
        return findings.run(Actor.ADMINISTRATOR, null, null, at).stream()
                .map(GateVerdict::findings)
                .flatMap(List::stream)
                .map(Ruling::ruleId)
                .toList();
    }

    @Test
    void page_after_page_is_of_one_judging() {
        assertThat(found()).containsExactly("tier-inversion");
        int until = asked.size();
        now = now.plusSeconds(20);

        assertThat(found()).containsExactly("tier-inversion");

        assertThat(asked).hasSize(until);
    }

    @Test
    void what_changed_is_judged_anew_and_so_is_everything_in_the_next_minute() {
        found();
        imports(shop().component("other", "tier: 1"));
        int before = asked.size();
        found();
        assertThat(asked.size()).isGreaterThan(before);

        int within = asked.size();
        now = now.plusSeconds(60);
        found();
        assertThat(asked.size()).isGreaterThan(within);
    }

    @Test
    void as_of_another_time_it_is_judged_anew_whatever_the_time_is_now() {
        Instant then = Instant.parse("2027-11-20T12:00:30Z");
        foundAt(then);
        int until = asked.size();
        now = now.plusSeconds(600);
        foundAt(then);
        assertThat(asked).hasSize(until);

        foundAt(then.plusSeconds(1));
        assertThat(asked.size()).isGreaterThan(until);
    }

    @Test
    void a_time_that_nobody_means_is_refused() {
        assertThatThrownBy(() -> foundAt(Instant.MAX)).hasMessageContaining("is not between 1970-01-01T00:00:00Z");
    }

    @Test
    void an_environment_that_nobody_declares_is_refused_with_the_document_that_would() {
        assertThatThrownBy(() -> findings.run(Actor.ADMINISTRATOR, "qa", null, null))
                .hasMessageContaining(
                        "There is no 'environment:default/qa'; known are production; declare it in the catalog: {apiVersion:"
                                + " gatehouse.dev/v1, kind: Environment, metadata: {name: qa}}");
    }
}
