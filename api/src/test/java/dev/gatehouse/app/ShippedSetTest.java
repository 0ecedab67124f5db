package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.app.settings.SettingsReader;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.Explain.ControlNote;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedSetTest {
    private static final Map<String, String> NUMBERS = Map.of(
            "SOC 2", "(CC|A)\\d\\.\\d", "ISO 27001:2022", "A\\.[5-8]\\.\\d{1,2}", "PCI DSS 4.0.1", "\\d{1,2}\\.\\d");

    @TempDir
    private Path folder;

    private Settings settings() {
        return SettingsReader.read(TestServer.root(), folder, Map.of());
    }

    private JudgeSet shipped() {
        JudgeSet set = JudgeFolders.of(settings(), RuleHouse::opa, List.of()).load();
        set.judges().forEach(Judge::close);
        return set;
    }

    @Test
    void no_remedy_speaks_of_an_approval_where_an_approval_is_refused() {
        JudgeSet set = shipped();
        Map<String, Gate> gates = set.gates().stream().collect(Collectors.toMap(Gate::name, gate -> gate));

        assertThat(set.rules())
                .filteredOn(rule -> rule.remediation().contains("approv"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(Objects.requireNonNull(gates.get(rule.gate()))
                                .level(EntityRef.of(Kind.ENVIRONMENT, "production"), rule.severity()))
                        .as(rule.id())
                        .isNotEqualTo(Level.HARD));
    }

    @Test
    void rules_and_policies_that_ship_name_the_controls_that_ship_and_each_of_them_is_named() {
        JudgeSet set = JudgeFolders.of(settings(), RuleHouse::opa, List.of()).load();
        set.judges().forEach(Judge::close);
        Set<String> named =
                set.rules().stream().flatMap(rule -> rule.controls().stream()).collect(Collectors.toSet());

        assertThat(set.controls().keySet()).containsExactlyInAnyOrderElementsOf(named);
        assertThat(set.controls().values()).allSatisfy(control -> {
            assertThat(control.title()).isNotBlank();
            assertThat(NUMBERS).containsKey(control.framework());
            assertThat(control.id()).matches(NUMBERS.get(control.framework()));
        });
        assertThat(set.controls().values().stream().map(Control::framework)).containsAll(NUMBERS.keySet());
    }

    @Test
    void an_explanation_names_the_standard_and_the_number_also_of_a_catalogs_own_control() {
        RuleHouse house = RuleHouse.in(folder);
        house.write("rules/controls.yaml", RuleHouse.control("shipped-1"));
        house.write(
                "rules/risk/collides/rule.drl",
                RuleHouse.rule("collides", "risk")
                        .replace("@severity", "@control(\"shipped-1, house-7, nobodys-9\")\n@severity"));
        try (FileSession session = session(house)) {
            String id = decide(session).decisionId();

            assertThat(session.useCases()
                            .explain()
                            .run(session.actor(), id, false)
                            .rules())
                    .filteredOn(rule -> rule.ruleId().equals("collides"))
                    .flatExtracting(RuleNote::controls)
                    .extracting(ControlNote::words)
                    .containsExactly("A standard 1", "House rules 7", "nobodys-9");
        }
    }

    @Test
    void a_policy_about_the_change_sees_who_asks_and_when_and_the_record_says_the_same() {
        RuleHouse house = RuleHouse.in(folder);
        String asked = "sprintf(\"%s asks at %s\", [input.actor.name, input.time]) if \"admin\" in input.actor.roles";
        house.write(
                "policies/risk/near/policy.rego",
                RuleHouse.policy("near", "input.ref in places.far").replace("component", "change") + "\ndeny contains "
                        + asked + "\n");
        try (FileSession session = session(house)) {
            DecisionRecord record = decide(session);

            assertThat(record.judgement().gates())
                    .flatExtracting(GateVerdict::findings)
                    .extracting(Ruling::message)
                    .containsExactly(session.actor().name() + " asks at 2026-11-20T18:00:00Z");
            assertThat(session.useCases()
                            .replay()
                            .run(session.actor(), record.decisionId())
                            .same())
                    .isTrue();
        }
    }

    private FileSession session(RuleHouse house) {
        FileSession session = new FileSession(
                settings(),
                RuleHouse::opa,
                house.folders(),
                InstantSource.fixed(Instant.parse("2026-11-20T18:00:00Z")),
                _ -> {},
                _ -> {});
        session.load("house", List.of(file("catalog.yaml", """
                apiVersion: gatehouse.dev/v1
                kind: Control
                metadata: {name: house-7, title: The house wants it}
                spec: {framework: House rules, id: '7'}
                ---
                apiVersion: gatehouse.dev/v1
                kind: Component
                metadata: {name: shop}
                spec: {}
                ---
                apiVersion: gatehouse.dev/v1
                kind: Environment
                metadata: {name: production}
                spec: {}
                """)));
        return session;
    }

    private static DecisionRecord decide(FileSession session) {
        SourceFile change = file("change.yaml", """
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: more}
                spec: {environment: production, operations: [{set: {component: shop, tier: 2}}]}
                """);
        return session.useCases()
                .assess()
                .run(
                        session.actor(),
                        new Assess.Request(new Assess.Written(change, List.of()), null, List.of(), null, false));
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
