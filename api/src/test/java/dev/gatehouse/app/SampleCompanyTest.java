package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.app.settings.SettingsReader;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.Backends;
import dev.gatehouse.cli.input.Samples;
import dev.gatehouse.cli.output.DecisionView;
import dev.gatehouse.cli.output.Format;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.files.FileRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The sample company's decisions, with the rules and policies that ship and a real OPA. To accept new ones, run with
/// `-Dgatehouse.golden=write` and read the difference.
class SampleCompanyTest {
    private static final Path ROOT =
            Path.of(System.getProperty("gatehouse.root", "..")).toAbsolutePath().normalize();
    private static final Path COMPANY = ROOT.resolve("samples/wexmere");
    private static final Instant STORY = Instant.parse("2026-11-20T18:00:00Z");
    private static final List<String> NOTES = new ArrayList<>();
    private static final Samples SAMPLES = new Samples(COMPANY, DocumentReader::read);

    @TempDir
    private static Path home;

    private static Backends.Session session;

    @BeforeAll
    static void loads_the_company() {
        session = company();
    }

    private static FileSession company() {
        FileSession company = onFiles(List.of());
        company.load("wexmere", SAMPLES.architecture());
        return company;
    }

    /// @param overlays folders of rules over those that ship
    private static FileSession onFiles(List<Path> overlays) {
        Settings settings = SettingsReader.read(ROOT, home, Map.of());
        OpaBinary opa = OpaBinary.find(System.getenv("PATH"), ROOT.resolve(".gatehouse"));
        List<Path> rules = new ArrayList<>(settings.rules());
        rules.addAll(overlays);
        return new FileSession(
                settings,
                () -> opa,
                JudgeFolders.of(settings, () -> opa, List.of()).withRules(rules),
                InstantSource.fixed(STORY),
                note -> NOTES.add(note.toString()),
                _ -> {});
    }

    @Test
    void one_waiver_is_over_and_all_else_is_in_order() {
        decide(SAMPLES.changes().getFirst());

        assertThat(NOTES)
                .containsOnly("waivers.yaml:30:3: warning: waiver:default/old-runtime-of-the-bridge expired at"
                        + " 2026-10-31T00:00:00Z, so it accepts nothing; give it a time to come, or take it out");
    }

    @Test
    void a_record_says_when_the_sources_were_read_that_its_findings_cite() {
        assertThat(decide(named("award-loyalty-points")).readings()).isEqualTo(Map.of("wexmere", STORY));
    }

    @AfterAll
    static void ends_opa() {
        session.close();
    }

    @TestFactory
    Stream<DynamicTest> decides_each_change_as_expected_and_the_same_again_from_its_record() {
        return SAMPLES.changes().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.document().name(), () -> {
                    DecisionRecord record = decide(sample);
                    Replay.Result again = session.useCases().replay().run(session.actor(), record.decisionId());

                    assertThat(again.differences()).isEmpty();
                    assertThat(again.same()).isTrue();
                    assertThatGolden(sample.document().name(), text(record));
                }));
    }

    @TestFactory
    Stream<DynamicTest> evaluates_each_plan_as_expected_and_the_same_again_from_its_record() {
        return SAMPLES.plans().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.document().name(), () -> {
                    EvaluatePlan.Request request =
                            new EvaluatePlan.Request(sample.document(), sample.artifacts(), STORY);
                    // Digests change with every rule, engines with what is installed.
                    PlanRecord record = session.useCases().evaluatePlan().run(session.actor(), request);
                    Replay.Result again = session.useCases().replayPlan().run(session.actor(), record.evaluationId());
                    assertThat(again.differences()).isEmpty();
                    assertThat(again.same()).isTrue();
                    ObjectNode evaluated = Json.tree(record.evaluation());
                    assertThat(evaluated.remove("digests").properties())
                            .extracting(Map.Entry::getKey)
                            .contains("plan", "architecture", "rules", "policies", "gates");
                    assertThat(evaluated.remove("engines").properties()).hasSize(2);
                    assertThatGolden(sample.document().name(), Json.pretty(evaluated) + "\n");
                }));
    }

    @Test
    void its_changes_show_every_verdict_and_every_gate_objecting() {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<String> objecting = new TreeSet<>();
        for (Samples.Sample sample : SAMPLES.changes()) {
            DecisionRecord record = decide(sample);
            verdicts.add(record.judgement().verdict());
            record.judgement().gates().stream()
                    .filter(gate -> gate.verdict() != Verdict.ALLOW)
                    .forEach(gate -> objecting.add(gate.gate()));
        }

        assertThat(verdicts).isEqualTo(EnumSet.allOf(Verdict.class));
        assertThat(objecting)
                .containsExactly(
                        "compliance", "cost", "drift", "performance", "resilience", "risk", "sustainability", "value");
    }

    @Test
    void a_registered_change_warns_another_that_it_can_hurt_at_the_same_time() {
        try (Backends.Session own = company()) {
            decide(own, named("upgrade-broker-and-identity-together"), true);
            DecisionRecord record = decide(own, named("deploy-audit-log"), false);

            assertThat(record.judgement().gates())
                    .filteredOn(gate -> gate.gate().equals("risk"))
                    .flatExtracting(GateVerdict::findings)
                    .extracting(Ruling::ruleId)
                    .contains("change-collides-in-flight");
            assertThat(record.judgement().verdict()).isEqualTo(Verdict.WARN);
        }
    }

    @Test
    void a_decision_exported_is_decided_elsewhere_by_other_rules_with_the_difference_shown(@TempDir Path folder)
            throws IOException {
        DecisionRecord record = decide(named("award-loyalty-points"));
        Path file = folder.resolve("kept.json");
        Files.write(file, Json.bytes(session.useCases().decisions().export(session.actor(), record.decisionId())));
        Path overlay = Files.createDirectories(folder.resolve("own/resilience"));
        Files.writeString(overlay.resolve("gate.yaml"), """
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: resilience}
                spec: {rules: {tier-inversion: {off: true}}}
                """);

        try (FileSession elsewhere = onFiles(List.of(folder.resolve("own")))) {
            elsewhere.know(FileRecords.read(file, List.of(DecisionRecord.KIND, PlanRecord.KIND)));
            Replay replay = elsewhere.useCases().replay();
            assertThat(replay.run(elsewhere.actor(), record.decisionId()).same())
                    .isTrue();
            assertThat(replay.runWithCurrentRules(elsewhere.actor(), record.decisionId())
                            .differences())
                    .contains("other gates than then")
                    .anyMatch(difference -> difference.startsWith("no longer finds: tier-inversion:"))
                    .noneMatch(difference -> difference.contains("slo-stricter"));
        }
    }

    @Test
    void a_decision_with_a_foreign_pack_is_replayed_with_it_and_with_the_own_policies(@TempDir Path pack)
            throws IOException {
        Files.writeString(pack.resolve("main.rego"), """
                package main

                deny contains "never" if input
                """);
        Settings settings = SettingsReader.read(ROOT, home, Map.of());
        OpaBinary opa = OpaBinary.find(System.getenv("PATH"), ROOT.resolve(".gatehouse"));
        JudgeFolders folders = JudgeFolders.of(settings, () -> opa, List.of(pack));
        try (FileSession own =
                new FileSession(settings, () -> opa, folders, InstantSource.fixed(STORY), _ -> {}, _ -> {})) {
            own.load("wexmere", SAMPLES.architecture());
            Samples.Sample withArtifacts = SAMPLES.changes().stream()
                    .filter(sample -> !sample.artifacts().isEmpty())
                    .findFirst()
                    .orElseThrow();
            DecisionRecord record = decide(own, withArtifacts, false);

            assertThat(record.judgement().digests())
                    .containsOnlyKeys(
                            "architecture",
                            "rules",
                            "policies",
                            "policies:" + pack.getFileName(),
                            "gates",
                            "waivers",
                            "approvals");
            assertThat(record.judgement().engines()).containsOnlyKeys("drools", "opa");
            assertThat(record.judgement().gates())
                    .flatExtracting(GateVerdict::findings)
                    .extracting(Ruling::message)
                    .contains("never");
            assertThat(own.useCases()
                            .replay()
                            .run(own.actor(), record.decisionId())
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void fixes_are_tried_on_the_architecture_and_asked_for_where_it_is_not_known(@TempDir Path folder)
            throws IOException {
        String id = decide(named("award-loyalty-points")).decisionId();
        Explain explain = session.useCases().explain();
        assertThat(explain.run(session.actor(), id, true).fixes())
                .extracting(Explain.Fix::operation)
                .anyMatch(operation -> operation.matches("set: \\{entity: \"dependency:[a-z-]+\", timeout: 2s}"));

        Path file = folder.resolve("kept.json");
        Files.write(file, Json.bytes(session.useCases().decisions().export(session.actor(), id)));
        try (FileSession elsewhere = onFiles(List.of())) {
            elsewhere.know(FileRecords.read(file, List.of(DecisionRecord.KIND, PlanRecord.KIND)));
            Explain there = elsewhere.useCases().explain();
            assertThat(there.run(elsewhere.actor(), id, false).rules()).isNotEmpty();
            assertThatThrownBy(() -> there.run(elsewhere.actor(), id, true))
                    .hasMessageContaining("give the catalog beside it");
        }
    }

    @Test
    void a_change_does_not_lift_the_freeze_that_forbids_it() {
        String window = "window: {start: 2026-12-28T05:00:00Z, end: 2026-12-28T06:00:00Z}";
        String lift = "{set: {entity: 'environment:production', freezes: []}}, ";
        String deploy = "{deploy: {component: payments, version: '2'}}";

        assertThat(rulesAgainst(ask(window, deploy))).contains("change-freeze");
        assertThat(rulesAgainst(ask(window, lift + deploy))).contains("change-freeze");
    }

    @Test
    void a_window_that_is_over_and_an_artifact_that_nobody_judges_are_mistakes() {
        String deploy = "{deploy: {component: payments, version: '2'}}";
        assertThatThrownBy(() -> ask("window: {start: 2020-01-01T05:00:00Z, end: 2020-01-02T06:00:00Z}", deploy))
                .hasMessageContaining("window ended at 2020-01-02T06:00:00Z");
        assertThatThrownBy(() -> ask("artifacts: [{kind: terraform, path: p.json, content: '{}'}]", deploy))
                .hasMessageContaining("kind 'terraform'")
                .hasMessageContaining("terraform-plan");
    }

    private static DecisionRecord ask(String attribute, String operations) {
        String text = """
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: asked}
                spec:
                  environment: production
                  requestedBy: group:payments
                  %s
                  operations: [%s]
                """.formatted(attribute, operations);
        SourceFile file = new SourceFile("asked.yaml", text.getBytes(StandardCharsets.UTF_8));
        return session.useCases()
                .assess()
                .run(
                        session.actor(),
                        new Assess.Request(new Assess.Written(file, List.of()), null, List.of(), STORY, false));
    }

    private static List<String> rulesAgainst(DecisionRecord record) {
        return record.judgement().gates().stream()
                .flatMap(gate -> gate.findings().stream())
                .filter(Ruling::counts)
                .map(Ruling::ruleId)
                .toList();
    }

    private static Samples.Sample named(String name) {
        return SAMPLES.changes().stream()
                .filter(sample -> sample.document().name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static DecisionRecord decide(Samples.Sample sample) {
        return decide(session, sample, false);
    }

    private static DecisionRecord decide(Backends.Session session, Samples.Sample sample, boolean register) {
        return session.useCases()
                .assess()
                .run(
                        session.actor(),
                        new Assess.Request(
                                new Assess.Written(sample.document(), sample.artifacts()),
                                null,
                                List.of(),
                                null,
                                register));
    }

    private static String text(DecisionRecord record) {
        DecisionView view = DecisionView.of(
                record,
                session.useCases()
                        .explain()
                        .run(session.actor(), record.decisionId(), false)
                        .rules());
        return Format.TABLE.write(view, Terminal.PLAIN).replace(record.decisionId(), "<id>");
    }

    private static void assertThatGolden(String document, String actual) throws IOException {
        Path golden = COMPANY.resolve("expected")
                .resolve(Path.of(document).getFileName().toString().replace(".yaml", ".txt"));
        if (System.getProperty("gatehouse.golden", "").equals("write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(golden).exists();
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
