package dev.gatehouse.policies.opa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.policies.opa.set.OpaTools;
import dev.gatehouse.policies.opa.set.PolicySets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// A policy whose body begins in line 13.
    private void policy(String id, String subject, String needs, String body) throws IOException {
        String metadata = Opas.metadata(id, subject).replace("#   severity", "#   needs: " + needs + "\n#   severity");
        write("compliance/" + id + "/policy.rego", metadata + body);
    }

    /// What loading refuses, which lint tells too.
    private List<String> mistakes() {
        List<String> told = new OpaTools(Opas.binary(), List.of(folder))
                .lint().stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::toString)
                        .toList();
        List<String> refused = List.of();
        try {
            PolicySets.own(Opas.binary(), List.of(folder));
        } catch (InvalidInputException e) {
            refused = e.diagnostics().stream().map(Diagnostic::toString).toList();
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(refused);
        return told.stream()
                .map(text -> text.replace(folder.toString() + "/", ""))
                .toList();
    }

    @Test
    void a_part_that_the_policy_reads_and_does_not_need_is_named_with_place_and_cure() throws IOException {
        policy("a", "component", "[subject.tier]", """
                deny contains flow.ref if {
                	input.subject.tier == 1
                	some flow in input.sends
                }
                """);
        assertThat(mistakes())
                .containsExactly(
                        "compliance/a/policy.rego:15:15: error: The policy 'a' reads 'sends' of the input, and its"
                                + " needs do not name it: what changes there alone is not judged, what is unknown there not noticed; add sends"
                                + " to needs in its METADATA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deny contains \"x\" if input[\"sends\"][_].channel",
                "deny contains \"x\" if count(object.get(input, \"sends\", [])) > 1",
                "deny contains \"x\" if object.get(input, [\"sends\", 0, \"channel\"], \"\") == \"mail\"",
                "deny contains \"x\" if count([flow | some flow in input.sends]) > 1",
                "deny contains \"x\" if not input.sends[0].channel",
                "deny contains \"x\" if every flow in input.sends { flow.channel }",
                "deny contains $\"sends {input.sends[0].ref}\"",
                "deny contains \"x\" if tier == 3\n\ntier := 1 if {\n\tinput.ref == \"a\"\n} else := count(input.sends)",
                "import input.sends as flows\n\ndeny contains flow.ref if some flow in flows",
                "deny contains \"x\" if first(input.sends).channel\n\nfirst(list) := list[0]",
                "deny contains \"x\" if clear\n\nclear if input.sends[0].channel",
                "deny contains \"x\" if {\n\tsome key in [\"a\"]\n\tdata.tables[key][input.sends[0].ref]\n}"
            })
    void every_way_of_writing_it_is_seen(String body) throws IOException {
        policy("a", "component", "[subject]", body + "\n");
        assertThat(mistakes()).singleElement().asString().contains("'a' reads 'sends' of the input");
        policy("a", "component", "['sends[protocol=http].channel']", body + "\n");
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void what_it_uses_of_other_files_counts_as_its_own_and_nothing_else_there() throws IOException {
        policy(
                "a",
                "component",
                "[subject]",
                "import data.lib.flows\n\ndeny contains flow.ref if some flow in flows.clear\n");
        policy(
                "b",
                "component",
                "[sends]",
                "import data.lib.flows\n\ndeny contains flow.ref if some flow in flows.clear\n");
        policy("c", "component", "[subject]", "deny contains input.ref if late\n");
        write("compliance/c/more.rego", "package gatehouse.compliance.c\n\nlate if input.outages\n");
        write("lib/flows/flows.rego", """
                package lib.flows

                clear contains flow if {
                	some flow in all
                	not flow.protocol
                }

                all := input.sends

                back := input.receives
                """);
        assertThat(mistakes())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("compliance/c/more.rego:3:9: error: The policy 'c' reads 'outages'"))
                .anySatisfy(text ->
                        assertThat(text).startsWith("lib/flows/flows.rego:8:8: error: The policy 'a' reads 'sends'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deny contains \"x\" if {\n\tsome key\n\tinput[key]\n}",
                "deny contains \"x\" if {\n\tkey := concat(\"\", [\"se\", \"nds\"])\n\tinput[key]\n}",
                "deny contains \"x\" if {\n\tsheet := input\n\tsheet.sends\n}",
                "deny contains \"x\" if clear(input)\n\nclear(sheet) if sheet.sends",
                "deny contains \"x\" if walk(input, [[\"sends\"], _])",
                "deny contains \"x\" if every _, part in input { part }",
                "deny contains \"x\" if {\n\tkey := \"sends\"\n\tobject.get(input, key, [])\n}",
                "deny contains json.marshal(input)",
                "import input as sheet\n\ndeny contains \"x\" if sheet[_] == 1"
            })
    void the_input_as_a_whole_is_refused_since_nobody_can_tell_what_is_read(String body) throws IOException {
        policy("a", "component", "[sends]", body + "\n");
        assertThat(mistakes())
                .singleElement()
                .asString()
                .contains(
                        "The policy 'a' takes the input as a whole, so nobody can tell which parts it reads",
                        "name the part, such as input.sends");
    }

    @ParameterizedTest
    @CsvSource({
        "team, grouping, not input.grouping.ownr, ownr, 'input.grouping, so this is never defined; did you mean ''owner''?'",
        "team, grouping, 'object.get(input.grouping, \"ownr\", null) == null', ownr, 'input.grouping, so this is never defined; did you mean ''owner''?'",
        "team, grouping, 'object.get(input, [\"grouping\", \"ownr\"], null) == null', ownr, 'input.grouping, so this is never defined; did you mean ''owner''?'",
        "component, subject, input.subject.teir == 1, teir, 'input.subject, so this is never defined; did you mean ''tier''?'",
        "change, proposal, not input.change.requestdBy, requestdBy, 'input.change, so this is never defined; did you mean ''requestedBy''?'"
    })
    void an_attribute_that_there_is_not_is_refused_since_its_absence_would_always_hold(
            String subject, String part, String condition, String wrong, String told) throws IOException {
        policy("a", subject, "[" + part + "]", "deny contains \"x\" if " + condition + "\n");
        assertThat(mistakes()).singleElement().asString().contains("There is no '" + wrong + "' in " + told);
        policy("a", subject, "[" + part + "]", "deny contains \"x\" if input." + part + ".ref\n");
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void what_always_stands_there_needs_no_word() throws IOException {
        policy("a", "component", "[]", "deny contains input.ref if {\n\tinput.kind\n\tinput.environment\n}\n");
        policy("b", "change", "[]", "deny contains input.ref if {\n\tinput.actor\n\tinput.change\n\tinput.time\n}\n");
        policy("c", "change", "[touched]", "deny contains input.ref if input.proposal.freeze\n");
        assertThat(mistakes()).singleElement().asString().contains("'c' reads 'proposal'", "add proposal to needs");
    }

    @Test
    void an_artifact_is_read_as_anybody_likes() throws IOException {
        policy(
                "a",
                "artifact",
                "[]",
                "import data.lib.all\n\ndeny contains \"x\" if {\n\tinput.sends\n\tall.things\n}\n");
        write("lib/all/all.rego", "package lib.all\n\nthings contains input if input[_].kind\n");
        assertThat(mistakes()).isEmpty();
    }
}
