package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.app.judges.ChosenFolders;
import dev.gatehouse.app.judges.FolderLint;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.app.settings.SettingsReader;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.verdict.JudgeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderLintTest {
    @TempDir
    private Path folder;

    private RuleHouse house;

    @BeforeEach
    void lay_out() {
        house = RuleHouse.in(folder);
    }

    private List<String> found() {
        return FolderLint.run(house.folders()).stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::toString)
                .toList();
    }

    private ChosenFolders chosen(String... paths) {
        house.write("gatehouse.yaml", "rules: {paths: [our-rules]}\npolicies: {paths: [our-policies]}\n");
        Settings settings = SettingsReader.read(folder, folder, Map.of());
        return ChosenFolders.of(
                folder, java.util.Arrays.stream(paths).map(Path::of).toList(), settings);
    }

    @Test
    void a_companys_policy_may_use_what_the_shipped_ones_share() {
        assertThat(found()).isEmpty();
    }

    @Test
    void a_rule_without_a_case_and_a_gate_without_a_rule_are_warned_of() {
        house.write("rules/risk/collides/cases/finds.yaml", "");
        house.write("our-rules/risk/bare/rule.drl", RuleHouse.rule("bare", "risk"));
        house.write("our-rules/value/gate.yaml", RuleHouse.GATE.replace("risk", "value"));
        assertThat(FolderLint.run(house.folders()).stream().map(Diagnostic::toString))
                .containsExactly(
                        ours("risk/bare/rule.drl") + ": warning: The rule 'bare' has no case; write one that it finds"
                                + " something in, and one that it does not, beside it in cases/",
                        ours("value/gate.yaml") + ":3:12: warning: The gate 'value' has no rules, so each decision that"
                                + " asks it is an error; add one, or remove its gate.yaml");
    }

    @Test
    void a_mistake_in_a_policy_is_told_at_its_file_and_counts_where_its_folder_is_named() {
        house.write("our-policies/risk/far/policy.rego", RuleHouse.policy("far", "inputt.ref in places.far"));
        List<Diagnostic> found = FolderLint.run(house.folders());
        String file = folder.resolve("our-policies/risk/far/policy.rego").toString();
        assertThat(found)
                .filteredOn(Diagnostic::isError)
                .isNotEmpty()
                .allSatisfy(diagnostic -> assertThat(diagnostic.file()).isEqualTo(file));
        assertThat(chosen("our-policies").holds(file)).isTrue();
        assertThat(chosen("policies").holds(file)).isFalse();
    }

    @Test
    void a_folder_is_the_same_through_a_link() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("rules"));
        assertThat(chosen(link.toString())
                        .holds(folder.resolve("rules/risk/gate.yaml").toString()))
                .isTrue();
    }

    @Test
    void what_is_no_folder_or_is_not_configured_is_refused() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        assertThatThrownBy(() -> chosen("rulse", "elsewhere", "rules"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'rulse' is no folder")
                .hasMessageContaining("'elsewhere' is in none of the folders of rules and policies")
                .hasMessageContaining("policies.paths in gatehouse.yaml");
    }

    @Test
    void what_loading_refuses_lint_tells() {
        house.write("our-rules/riks/lost/rule.drl", RuleHouse.rule("lost", "riks"));
        house.write("rules/risk/collides/path.yaml", "fro: {kind: component}\n");
        house.write("our-rules/risk/gate.yaml", """
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: risk}
                spec: {rules: {collides: {parameters: {limt: '3'}}, near: {parameters: {limit: '3'}}}}
                """);
        assertThat(found())
                .anySatisfy(
                        text -> assertThat(text).contains("lost/rule.drl", "the gate 'riks', which has no gate.yaml"))
                .anySatisfy(text -> assertThat(text).contains("path.yaml"))
                .anySatisfy(text -> assertThat(text).contains("limt"))
                .anySatisfy(text -> assertThat(text).contains("the policy 'near' a parameter"));
    }

    @Test
    void what_nobody_would_look_at_is_told() {
        house.write("our-rules/lost.drl", RuleHouse.rule("lost", "risk"));
        house.write("our-rules/risk/typo/rules.drl", RuleHouse.rule("typo", "risk"));
        house.write("our-rules/risk/asks/path.yaml", "from: {kind: component}\n");
        assertThat(found())
                .containsExactly(
                        ours("lost.drl") + ": error: This rule would never be asked; a rule's file is"
                                + " <gate>/<rule-id>/rule.drl",
                        ours("risk/asks/path.yaml") + ": error: This path question stands beside no rule; a rule's file"
                                + " is <gate>/<rule-id>/rule.drl",
                        ours("risk/typo/rules.drl") + ": error: This rule would never be asked; a rule's file is"
                                + " <gate>/<rule-id>/rule.drl");
    }

    @Test
    void a_gate_that_nobody_would_look_at_or_can_read_is_told() throws IOException {
        house.write("our-rules/gate.yaml", RuleHouse.GATE);
        house.write("our-rules/risk/gate.yml", RuleHouse.GATE);
        Files.createSymbolicLink(folder.resolve("our-rules/risk/gate.yaml"), folder.resolve("none"));
        assertThat(found())
                .containsExactly(
                        ours("gate.yaml") + ": error: Nobody looks at this file; name it <gate>/gate.yaml",
                        ours("risk/gate.yaml") + ": error: This file cannot be read: it is a link that leads nowhere;"
                                + " put a file there, or take it away",
                        ours("risk/gate.yml") + ": error: Nobody looks at this file; name it <gate>/gate.yaml");
    }

    @Test
    @Timeout(60)
    void a_pipe_where_a_policy_is_due_is_told_and_not_waited_for() throws IOException, InterruptedException {
        Path pipe = folder.resolve("our-policies/risk/pipe.rego");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there are no pipes here");
        assertThat(found())
                .containsExactly(pipe + ": error: This file cannot be read: it is a pipe, a device or a socket; put a"
                        + " file there, or take it away");
    }

    private String ours(String name) {
        return folder.resolve("our-rules").resolve(name).toString();
    }

    @Test
    void a_policy_with_the_id_of_a_rule_is_refused_by_lint_and_by_loading() {
        house.write("rules/risk/near/rule.drl", RuleHouse.rule("near", "risk"));
        String mistake = "the id 'near' is taken by " + folder.resolve("rules/risk/near/rule.drl") + " already";
        assertThat(found()).singleElement().asString().contains("policies/risk/near/policy.rego", mistake);
        assertThatThrownBy(() -> house.folders().load()).hasMessageContaining(mistake);
    }

    @Test
    void a_control_that_nobody_declares_is_told_where_it_stands_with_the_nearest_known() {
        house.write("rules/controls.yaml", RuleHouse.control("soc2-cc8.1") + "---\n" + RuleHouse.control("soc2-cc6.1"));
        house.write("our-rules/controls.yaml", RuleHouse.control("ours-1"));
        house.write(
                "rules/risk/collides/rule.drl",
                RuleHouse.rule("collides", "risk")
                        .replace("@severity", "@control(\"soc2-cc8.1, soc2-cc81\")\n@severity"));
        house.write(
                "policies/risk/near/policy.rego",
                RuleHouse.policy("near", "input.ref in places.far")
                        .replace("#   severity", "#   controls: [ours-1, change-management]\n#   severity"));

        assertThat(found())
                .containsExactlyInAnyOrder(
                        folder.resolve("rules/risk/collides/rule.drl") + ":12:23: error: 'collides' serves the control"
                                + " 'soc2-cc81', which no controls.yaml declares; did you mean 'soc2-cc8.1'?",
                        folder.resolve("policies/risk/near/policy.rego") + ":8:24: error: 'near' serves the control"
                                + " 'change-management', which no controls.yaml declares; declare it in controls.yaml at"
                                + " the top of your rules");
    }

    @Test
    void what_is_wrong_with_controls_is_told_all_at_once() {
        house.write("rules/controls.yaml", RuleHouse.control("twice") + "---\n" + RuleHouse.control("twice"));
        house.write(
                "our-rules/controls.yaml",
                RuleHouse.control("lax").replace("framework", "framwork") + "---\n" + RuleHouse.GATE);

        assertThat(found())
                .anySatisfy(text -> assertThat(text).contains("rules/controls.yaml:8:", "'twice' is declared twice"))
                .anySatisfy(text -> assertThat(text).contains("did you mean 'framework'?"))
                .anySatisfy(text -> assertThat(text).contains("a Gate is no control"));
    }

    @Test
    void a_look_at_what_the_subjects_sheet_never_holds_is_told() {
        house.write(
                "our-policies/risk/far/policy.rego", RuleHouse.policy("far", "input.actor.name in places.far") + """

                        deny contains "late" if {
                        \tsome place in places.far
                        \tinput.time > place
                        }

                        deny contains "send" if some flow in input.sendz

                        deny contains "ours" if input.environment in places.far
                        """);
        String policy =
                RuleHouse.policy("near", "input.actor.name in places.far").replace("component", "change");
        house.write(
                "policies/risk/near/policy.rego",
                policy + "\ndeny contains \"late\" if input.time > input.change.time\n");
        String far = folder.resolve("our-policies/risk/far/policy.rego").toString();

        assertThat(found())
                .containsExactly(
                        far + ":14:24: error: A policy about a component never sees input.actor, so this never holds;"
                                + " it stands on the sheet of the change: ask it in a policy with subject: change",
                        far + ":18:2: error: A policy about a component never sees input.time, so this never holds;"
                                + " it stands on the sheet of the change: ask it in a policy with subject: change",
                        far + ":21:38: error: A policy about a component never sees input.sendz, so this never holds;"
                                + " did you mean 'sends'?");
    }

    @Test
    void a_look_at_a_part_that_the_policy_does_not_need_is_refused_by_lint_and_by_loading() {
        String policy = RuleHouse.policy("far", "{\n\tsome flow in input.sends\n\tflow.channel in places.far\n}");
        house.write("our-policies/risk/far/policy.rego", policy);
        String mistake = folder.resolve("our-policies/risk/far/policy.rego")
                + ":15:15: error: The policy 'far' reads 'sends' of the input, and its needs do not name it";
        assertThat(found()).singleElement().asString().startsWith(mistake);
        assertThatThrownBy(() -> house.folders().load()).hasMessageStartingWith(mistake);

        house.write(
                "our-policies/risk/far/policy.rego",
                policy.replace("#   severity", "#   needs: [sends]\n#   severity"));
        assertThat(found()).isEmpty();
    }

    @Test
    void two_packs_of_one_name_are_told_apart() {
        house.write("a/pack/main.rego", "package main\n\ndeny contains \"a\" if input.a\n");
        house.write("b/pack/main.rego", "package main\n\ndeny contains \"b\" if input.b\n");
        house.write("our-rules/compliance/gate.yaml", RuleHouse.GATE.replace("risk", "compliance"));
        JudgeSet set = house.folders(folder.resolve("a/pack"), folder.resolve("b/pack"))
                .load();
        try {
            assertThat(set.rules()).extracting(Rule::id).contains("a/pack", "b/pack");
        } finally {
            set.judges().forEach(Judge::close);
        }
    }
}
