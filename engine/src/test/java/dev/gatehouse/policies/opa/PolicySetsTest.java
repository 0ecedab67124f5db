package dev.gatehouse.policies.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.policies.Dialect;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.PolicySet.Source;
import dev.gatehouse.policies.opa.set.ForeignPack;
import dev.gatehouse.policies.opa.set.PolicySets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySetsTest {
    @TempDir
    Path folder;

    private static String mistakes(String text) {
        try {
            Opas.set(Map.of("compliance/a/policy.rego", text), Source.OWN);
            return "";
        } catch (InvalidInputException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void refuses_the_network_the_clock_and_chance_with_their_place() {
        String text = Opas.metadata("a", "component") + """
                deny contains "a" if http.send({"url": "http://x", "method": "get"}).status_code == 200

                deny contains "b" if time.now_ns() > 1

                deny contains "c" if rand.intn("x", 2) == 1

                deny contains "d" if opa.runtime().env.HOME
                """;
        assertThat(mistakes(text))
                .contains(
                        "compliance/a/policy.rego:12:22: error: undefined function http.send",
                        "undefined function time.now_ns",
                        "undefined function rand.intn",
                        "undefined function opa.runtime",
                        "take the day from input.day.date");
    }

    @Test
    void refuses_what_is_never_used() {
        assertThat(mistakes(Opas.metadata("a", "component") + "deny contains \"a\" if {\n\tx := 1\n}\n"))
                .contains("policy.rego:13:2: error: assigned var x unused", "remove it");
    }

    @Test
    void names_every_mistake_in_the_metadata_at_once() {
        String text = """
                # METADATA
                # title: A title
                # custom:
                #   gate: risk
                #   id: b
                #   subject: componet
                #   needs: [sedns, 'needs[timeout<=2].protocol']
                #   severity: bad
                #   owner: me
                package gatehouse.compliance.a

                deny contains "a"
                """;
        assertThat(mistakes(text))
                .contains(
                        "custom.gate is 'risk'",
                        "custom.id is 'b'",
                        "custom.subject is 'componet'; did you mean 'component'?",
                        "custom.needs: 'sedns' is no part of a sheet; did you mean 'sends'?",
                        "compares 'timeout' by '<=', and it is no number",
                        "custom.severity is 'bad'",
                        "unknown key 'owner'",
                        "description is missing",
                        "remediation is missing");
        assertThat(mistakes("package gatehouse.compliance.a\n\ndeny contains \"a\"\n"))
                .contains("has no metadata");
    }

    @Test
    void runs_a_foreign_pack_of_old_rego_as_it_is() throws IOException {
        Files.writeString(folder.resolve("deny.rego"), """
                package main

                deny[msg] {
                  input.kind == "Deployment"
                  not input.metadata.labels.team
                  msg := sprintf("%s has no team", [input.metadata.name])
                }

                warn_old[{"msg": "old", "details": {"x": 1}}] {
                  input.apiVersion == "v1beta1"
                }
                """);
        PolicySet set = PolicySets.foreign(Opas.binary(), folder, "pack");
        assertThat(set.source().dialect()).isEqualTo(Dialect.V0);
        String manifests = """
                kind: Deployment
                metadata: {name: shop}
                ---
                # nothing
                ---
                kind: Deployment
                apiVersion: v1beta1
                metadata: {name: mail, labels: {team: a}}
                """;
        try (OpaPolicies policies = OpaPolicies.start(Opas.binary(), set, OpaPolicies.DEADLINE)) {
            Judgement judgement = policies.judge()
                    .judge(List.of(Opas.ask(Opas.artifact("kubernetes", "k.yaml", manifests), set)))
                    .getFirst();
            assertThat(judgement.failed()).isEmpty();
            assertThat(judgement.findings()).extracting(Finding::message).containsExactly("shop has no team", "old");
            assertThat(judgement.findings().get(1).facts().getFirst().value()).isEqualTo("k.yaml#2");
            assertThat(PolicySets.read(Opas.binary(), policies.judge().texts())).isEqualTo(set);
        }
    }

    @Test
    void names_every_broken_file_of_a_foreign_pack_of_old_rego_and_none_of_the_others() throws IOException {
        String old = "package main\n\ndeny[msg] {\n  input.kind == \"Pod\"\n  msg := \"no pods\"\n}\n";
        Files.writeString(folder.resolve("a.rego"), old);
        Files.writeString(folder.resolve("broken.rego"), old.replace("msg :=", "msg := ="));
        Files.writeString(folder.resolve("c.rego"), old);
        Files.writeString(folder.resolve("open.rego"), "package main\n\nwarn[msg] {\n");

        assertThatThrownBy(() -> PolicySets.foreign(Opas.binary(), folder, "pack"))
                .hasMessageContaining(folder.resolve("broken.rego") + ":5:")
                .hasMessageContaining(folder.resolve("open.rego") + ":")
                .hasMessageNotContainingAny("a.rego", "c.rego", "keyword is required");
    }

    @Test
    void tells_packs_in_folders_of_one_name_apart_by_the_folders_above() {
        Path shop = Path.of("/packs/shop/policy");
        Path bank = Path.of("/packs/bank/policy");
        Path other = Path.of("/packs/hygiene");

        assertThat(ForeignPack.names(List.of(shop, bank, other)))
                .containsExactly(
                        Map.entry(shop, "shop/policy"), Map.entry(bank, "bank/policy"), Map.entry(other, "hygiene"));
        assertThat(ForeignPack.names(List.of(shop))).containsValue("policy");
    }

    @Test
    void an_exception_of_a_foreign_pack_takes_the_sets_that_it_names_off_that_input() throws IOException {
        Files.writeString(folder.resolve("root.rego"), """
                package main

                deny_root contains msg if {
                  not input.nonRoot
                  msg := sprintf("%s runs as root", [input.name])
                }

                deny contains "has no team" if not input.team

                exception contains rules if {
                  input.name == "agent"
                  rules := ["root", "other"]
                }
                """);
        PolicySet set = PolicySets.foreign(Opas.binary(), folder, "pack");
        try (OpaPolicies policies = OpaPolicies.start(Opas.binary(), set, OpaPolicies.DEADLINE)) {
            Judgement judgement = policies.judge()
                    .judge(List.of(
                            Opas.ask(Opas.artifact("kubernetes", "k.yaml", "name: agent\n---\nname: shop\n"), set)))
                    .getFirst();
            assertThat(judgement.failed()).isEmpty();
            assertThat(judgement.findings())
                    .extracting(Finding::message)
                    .containsExactly("has no team", "has no team", "shop runs as root");
        }
    }

    @Test
    void refuses_a_foreign_pack_that_would_be_asked_nothing() throws IOException {
        Files.writeString(folder.resolve("a.rego"), "package rules\n\ndeny contains \"x\"\n");
        assertThatThrownBy(() -> PolicySets.foreign(Opas.binary(), folder, "pack"))
                .hasMessageContaining("no package main");
    }

    @Test
    void reads_a_folder_behind_a_link() throws IOException {
        Path there = Files.createDirectories(folder.resolve("there/compliance/a"));
        Files.writeString(
                there.resolve("policy.rego"), Opas.metadata("a", "component") + "deny contains \"a\" if input.ref\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("there"));
        assertThat(PolicySets.own(Opas.binary(), List.of(link)).rules()).hasSize(1);
    }

    @Test
    void refuses_a_folder_without_policies() {
        assertThatThrownBy(() -> PolicySets.own(Opas.binary(), List.of(folder))).hasMessageContaining("no policy");
        assertThatThrownBy(() -> PolicySets.own(Opas.binary(), List.of(folder.resolve("x"))))
                .hasMessageContaining("is not a folder");
    }

    @Test
    void a_gate_gives_a_parameter_another_value_and_the_policy_another_digest() {
        PolicySet set = withLimit();
        PolicySet other = PolicySets.adjusted(Opas.binary(), set, Map.of("a", parameter("limit", "3")));

        assertThat(other.texts()).containsEntry("compliance/a/parameters/data.json", "{\"limit\":3}");
        assertThat(other.rules().getFirst().digest())
                .isNotEqualTo(set.rules().getFirst().digest());
        assertThat(PolicySets.adjusted(Opas.binary(), set, Map.of("another", parameter("limit", "3"))))
                .isSameAs(set);
    }

    @Test
    void a_parameter_must_exist_and_keep_its_type() {
        assertThatThrownBy(() -> PolicySets.adjusted(Opas.binary(), withLimit(), Map.of("a", parameter("limits", "3"))))
                .hasMessageContaining("the policy 'a' a parameter that it does not have: 'limits'")
                .hasMessageContaining("limit");
        assertThatThrownBy(
                        () -> PolicySets.adjusted(Opas.binary(), withLimit(), Map.of("a", parameter("limit", "few"))))
                .hasMessageContaining("'few'")
                .hasMessageContaining("a number");
    }

    private static PolicySet withLimit() {
        String body = "deny contains input.ref if count(input.sends) > data.compliance.a.parameters.limit\n";
        return Opas.set(
                Map.of(
                        "compliance/a/policy.rego",
                        Opas.metadata("a", "component") + body,
                        "compliance/a/parameters/data.json",
                        "{\"limit\": 2}"),
                PolicySet.Source.OWN);
    }

    private static Adjustment parameter(String name, String value) {
        return new Adjustment(false, false, null, Map.of(name, value));
    }
}
