package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.access.files.FileTokens;
import dev.gatehouse.app.Shell.Outcome;
import dev.gatehouse.document.Json;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands in this process, on files, as a user types them.
class CommandLineTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void lay_out() throws IOException {
        Files.writeString(folder.resolve("catalog.yaml"), Shop.CATALOG);
        Files.writeString(folder.resolve("change.yaml"), Shop.change("points", "staging", ""));
        Files.createDirectory(folder.resolve("pack"));
    }

    private Outcome run(String... arguments) {
        return Shell.onFiles(folder).run(arguments);
    }

    @Test
    void policies_for_a_server_are_refused() {
        Outcome outcome = run("check", "--change", "change.yaml", "--policy", "pack");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("--policy takes --catalog", "policies.paths");
    }

    @Test
    void a_change_is_registered_on_a_server_alone() {
        Outcome outcome = run("check", "--catalog", "catalog.yaml", "--change", "change.yaml", "--register");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("--register takes a server", "leave out --catalog");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void files_and_a_server_do_not_go_together() {
        Outcome outcome =
                run("check", "--catalog", "catalog.yaml", "--server", "http://127.0.0.1:1", "--change", "change.yaml");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("--catalog and --server do not go together");
    }

    @Test
    void a_record_is_known_by_what_it_says_whatever_its_file_is_called() throws IOException {
        Outcome check =
                run("check", "--catalog", "catalog.yaml", "--change", "change.yaml", "--at", "2026-11-20T18:00:00Z");
        assertThat(check.err()).contains("state/decisions");
        try (Stream<Path> kept = Files.list(folder.resolve("state/decisions"))) {
            Files.copy(kept.findFirst().orElseThrow(), folder.resolve("copy.json"));
        }
        Outcome replay = run("replay", "copy.json");
        assertThat(replay.out()).startsWith("Same: ");
        assertThat(replay.exit()).isZero();
        assertThat(run("explain", "copy.json").exit()).isZero();
    }

    @Test
    void the_judgement_is_the_same_however_the_paths_are_spelt() throws IOException {
        Files.createDirectory(folder.resolve("cat"));
        Files.copy(folder.resolve("catalog.yaml"), folder.resolve("cat/catalog.yaml"));
        Set<String> judgements = new HashSet<>();
        for (String at : List.of("", "./", "cat/../", folder + "/")) {
            Outcome check = run(
                    "check",
                    "--catalog",
                    at + "cat",
                    "--change",
                    at + "change.yaml",
                    "--at",
                    "2026-11-20T18:00:00Z",
                    "-o",
                    "json");
            assertThat(check.exit()).as(check.err()).isLessThan(3);
            judgements.add(
                    Json.read(check.out(), JsonNode.class).path("judgement").toString());
        }
        assertThat(judgements).singleElement().asString().contains("catalog.yaml");
    }

    @Test
    void findings_exit_with_3_where_judging_failed() throws IOException {
        Files.createDirectories(folder.resolve("own/etiquette"));
        Files.writeString(folder.resolve("own/etiquette/gate.yaml"), """
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: etiquette}
                spec: {question: Is it polite?, levels: {default: {high: hard}}}
                """);
        assertThat(run("findings", "--catalog", "catalog.yaml").exit()).isZero();
        Files.writeString(folder.resolve("gatehouse.yaml"), "rules: {paths: [own]}\n");

        Outcome failed = run("findings", "--catalog", "catalog.yaml");

        assertThat(failed.exit()).as(failed.err()).isEqualTo(3);
        assertThat(failed.out()).contains("error");
    }

    @Test
    void a_plans_file_may_follow_the_catalog_with_options_behind_it() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), Shop.PLAN);
        for (String options : List.of("-o json", "--fail-on warn", "")) {
            Outcome outcome = run(("plan evaluate --catalog catalog.yaml plan.yaml " + options)
                    .strip()
                    .split(" "));
            assertThat(outcome.err()).doesNotContain("Missing required");
            assertThat(outcome.exit()).isLessThan(3);
        }
    }

    @Test
    void a_folder_of_overlays_is_laid_over_what_is_in_force_where_it_is_replayed() throws IOException {
        run("check", "--catalog", "catalog.yaml", "--change", "change.yaml", "--at", "2026-11-20T18:00:00Z");
        try (Stream<Path> kept = Files.list(folder.resolve("state/decisions"))) {
            Files.copy(kept.findFirst().orElseThrow(), folder.resolve("copy.json"));
        }
        Files.createDirectories(folder.resolve("ours/resilience"));
        Files.writeString(folder.resolve("ours/resilience/gate.yaml"), """
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: resilience}
                spec:
                  rules: {tier-inversion: {off: true}}
                """);

        Outcome replay = run("replay", "copy.json", "--rules", "ours");
        assertThat(replay.err()).isEqualTo("gatehouse: compiling rules and policies\n");
        assertThat(replay.exit()).isEqualTo(1);
        assertThat(replay.out()).startsWith("Different: ").contains("tier-inversion");

        Outcome alone = run(
                "replay",
                "copy.json",
                "--rules",
                TestServer.root().resolve("rules").toString());
        assertThat(alone.out()).startsWith("Same: ");
    }

    @Test
    void a_plan_is_shown_again_and_evaluated_again_by_its_id_and_from_any_copy_of_its_record() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), Shop.PLAN);
        Outcome evaluated = run("plan", "evaluate", "plan.yaml", "--catalog", "catalog.yaml");
        assertThat(evaluated.exit()).as(evaluated.err()).isEqualTo(1);
        Path kept;
        try (Stream<Path> files = Files.list(folder.resolve("state/decisions"))) {
            kept = files.findFirst().orElseThrow();
        }
        assertThat(evaluated.err()).contains(", kept in " + kept);
        String id = kept.getFileName().toString().replace(".json", "");
        Files.copy(kept, folder.resolve("copy.json"));
        for (String record : new String[] {id, "copy.json"}) {
            assertThat(run("explain", record).out()).isEqualTo(evaluated.out());
            Outcome replay = run("replay", record);
            assertThat(replay.out()).isEqualTo("Same: deny, byte for byte\n");
            assertThat(replay.exit()).isZero();
        }
        assertThat(run("explain", id, "--fix").err()).contains("--fix tries to mend a change");
        assertThat(run("approve", id, "--reason", "x", "--server", "http://127.0.0.1:1")
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void a_plan_whose_record_was_altered_comes_out_differently() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), Shop.PLAN);
        run("plan", "evaluate", "--catalog", "catalog.yaml", "plan.yaml");
        try (Stream<Path> files = Files.list(folder.resolve("state/decisions"))) {
            Path kept = files.findFirst().orElseThrow();
            Files.writeString(
                    folder.resolve("altered.json"),
                    Files.readString(kept).replaceFirst("\"states\":3", "\"states\":4"));
        }
        Outcome replay = run("replay", "altered.json");
        assertThat(replay.exit()).isEqualTo(1);
        assertThat(replay.out()).startsWith("Different: deny then, deny now");
    }

    @Test
    void a_plan_goes_out_in_several_formats_at_once() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), Shop.PLAN);
        String[] plan = {
            "plan",
            "evaluate",
            "plan.yaml",
            "--catalog",
            "catalog.yaml",
            "-o",
            "json",
            "-o",
            "junit=p.xml",
            "-o",
            "sarif=p.sarif"
        };
        Outcome outcome = run(plan);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(Json.read(outcome.out(), PlanRecord.class).evaluation().plan())
                .isEqualTo("award-points");
        assertThat(folder.resolve("p.xml"))
                .content()
                .contains("<testsuite name=\"point\"", "point.resilience.tier-inversion");
        assertThat(folder.resolve("p.sarif"))
                .content()
                .contains("In step point", "\"step\" : \"point\"", "\"shortDescription\"");
    }

    @Test
    void where_an_answer_cannot_go_is_told_before_anything_is_judged() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), Shop.PLAN);
        for (String command : new String[] {"plan evaluate plan.yaml", "check --change change.yaml", "findings"}) {
            Outcome outcome =
                    run((command + " --catalog catalog.yaml -o sarif=nodir/x.sarif -o junit=pack").split(" "));
            assertThat(outcome.exit()).isEqualTo(64);
            assertThat(outcome.err().lines())
                    .containsExactly(
                            "error: -o junit=pack: 'pack' is a folder; name a file in it",
                            "error: -o sarif=nodir/x.sarif: there is no folder 'nodir'; make it, or name another");
        }
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void a_record_is_named_though_its_answer_cannot_be_written() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), Shop.PLAN);
        for (String command : new String[] {"plan evaluate plan.yaml", "check --change change.yaml"}) {
            Outcome outcome = run((command + " --catalog catalog.yaml -o sarif=/dev/full").split(" "));
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.err())
                    .containsPattern("gatehouse: (evaluation plan-|decision )[0-9a-f-]+: [a-z-]+, kept in ")
                    .contains("error: /dev/full could not be written: No space left on device; name another file\n")
                    .doesNotContain("folder");
        }
    }

    @Test
    void an_unknown_option_is_no_file_of_a_catalog() {
        for (String command : new String[] {
            "findings", "blast checkout", "check --change change.yaml", "plan evaluate plan.yaml", "explain x"
        }) {
            for (String option : new String[] {"--no-such-option", "--servr"}) {
                Outcome outcome = run((command + " --catalog catalog.yaml " + option + " warn").split(" "));
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(64);
                assertThat(outcome.err())
                        .contains("nknown option")
                        .contains("'" + option + "'")
                        .doesNotContain("cannot be read");
            }
            assertThat(run((command + " --catalog catalog.yaml --servr").split(" "))
                            .err())
                    .containsPattern("Possible solutions: .*--server");
        }
        assertThat(run("findings", "--catalog", "--help").err())
                .contains("Missing required parameter for option '--catalog' (PATH)");
    }

    @Test
    void a_verdict_that_nothing_can_fail_on_is_refused_before_anything_is_judged() {
        Outcome outcome = run("plan", "evaluate", "nowhere.yaml", "--catalog", "catalog.yaml", "--fail-on", "deny");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("--fail-on deny is not known; the only value is warn");
    }

    @Test
    void what_stands_and_what_lint_and_test_tell_goes_out_for_tools_too() {
        assertThat(run("findings", "--catalog", "catalog.yaml", "-o", "github").out())
                .contains("::", "title=Gatehouse%3A ");
        assertThat(run("findings", "--catalog", "catalog.yaml", "-o", "json").out())
                .startsWith("{\n  \"gates\" : [");
        assertThat(run("lint", "-o", "junit").err())
                .contains("there is no format 'junit'; the formats are table, json, sarif, github");
        assertThat(run("test", "-o", "sarif").err())
                .contains("there is no format 'sarif'; the formats are table, json, junit");
    }

    @Test
    void a_record_that_is_not_there_is_told_as_a_file() {
        for (String path : new String[] {"nowhere.json", "state/nowhere"}) {
            Outcome outcome = run("replay", path);
            assertThat(outcome.exit()).isEqualTo(64);
            assertThat(outcome.err()).contains("cannot be read: there is no such file", "or give a decision's id");
        }
        Outcome both = run("explain", "nowhere.json", "--server", "http://127.0.0.1:1");
        assertThat(both.exit()).isEqualTo(64);
        assertThat(both.err()).contains("A record's file and --server do not go together");
    }

    @Test
    void what_takes_its_time_is_told_once_before() {
        String compiling = "gatehouse: compiling rules and policies\n";
        assertThat(run("check", "--catalog", "catalog.yaml", "--change", "change.yaml")
                        .err())
                .startsWith(compiling + "gatehouse: decision ");
        assertThat(run("findings", "--catalog", "catalog.yaml").err()).isEqualTo(compiling);
        String rules = TestServer.root().resolve("rules/value").toString();
        assertThat(run("lint", rules).err()).isEqualTo(compiling);
        assertThat(run("test", rules).err()).startsWith("gatehouse: compiling rules and running their cases\n");
    }

    @Test
    void coverage_is_told_of_the_policies_that_were_tested_and_of_no_rule() {
        String root = TestServer.root() + "/";
        assertThat(run("test", root + "rules/value", "--coverage").out())
                .contains("No policy was tested, and rules have no coverage figure")
                .doesNotContain("%");
        assertThat(run("test", root + "policies/lib/references", "--coverage").out())
                .contains("The tests reach 100.0 % of the policies tested");
    }

    @Test
    void one_question_alone_stands_beside_a_rule() throws IOException {
        String id = "personal-data-leaves-region";
        Path shipped = TestServer.root().resolve("rules/compliance/" + id);
        Path own = Files.createDirectories(folder.resolve("own/compliance/twice"));
        String rule = Files.readString(shipped.resolve("rule.drl")).replace(id, "twice");
        Files.writeString(
                own.resolve("rule.drl"), rule.replaceFirst("(?m)^package .*;", "package gatehouse.rules.twice;"));
        String question = Files.readString(shipped.resolve("path.yaml"));
        Files.writeString(own.resolve("path.yaml"), question + "\n---\n" + question);
        Files.writeString(folder.resolve("gatehouse.yaml"), "rules: {paths: [own]}\n");

        Outcome outcome = run("test", own.toString());

        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("path.yaml holds 2 documents; one is expected");
    }

    @Test
    void findings_as_of_a_time_are_those_that_hold_then() {
        assertThat(run("findings", "--catalog", "catalog.yaml", "--at", "2026-11-20T18:00:00Z")
                        .exit())
                .isZero();
        assertThat(run("findings", "--catalog", "catalog.yaml", "--at", "1960-01-01T00:00:00Z")
                        .err())
                .contains("is not between 1970-01-01T00:00:00Z");
    }

    @Test
    void a_misspelt_folder_is_not_found_in_order() {
        for (String command : new String[] {"lint", "test"}) {
            Outcome outcome = run(command, "rulse");
            assertThat(outcome.exit()).isEqualTo(64);
            assertThat(outcome.err()).contains("'rulse' is no folder");
            assertThat(outcome.out()).isEmpty();
        }
    }

    @Test
    void a_limit_and_a_time_that_nobody_means_are_told_in_order() {
        Outcome blast = run("blast", "checkout", "--limit", "-1");
        assertThat(blast.exit()).isEqualTo(64);
        assertThat(blast.err()).contains("The limit -1 is not between 1 and 5000; leave it out for 20");
        Outcome check = run(
                "check", "--catalog", "catalog.yaml", "--change", "change.yaml", "--at", "+1000000000-12-31T23:59:59Z");
        assertThat(check.exit()).isEqualTo(64);
        assertThat(check.err()).contains("is not between 1970-01-01T00:00:00Z and 2261-12-31T23:59:59Z");
    }

    @Test
    void values_of_another_type_are_told_without_the_names_of_java() {
        Outcome time = run("check", "--catalog", "catalog.yaml", "--change", "change.yaml", "--at", "yesterday");
        assertThat(time.exit()).isEqualTo(64);
        assertThat(time.err())
                .contains("'--at'", "it is 'yesterday'; a time such as 2026-12-01T09:00:00Z is expected")
                .doesNotContain("Instant", "java.");
        Outcome days = run("token", "new", "ann", "--role", "viewer", "--days", "many");
        assertThat(days.exit()).isEqualTo(64);
        assertThat(days.err()).contains("it is 'many'; an integer is expected").doesNotContain("an int\n", "java.");
        Outcome role = run("token", "new", "ann", "--role", "boss");
        assertThat(role.exit()).isEqualTo(64);
        assertThat(role.err())
                .contains("it is 'boss'; viewer, operator, approver, architect or admin is expected")
                .doesNotContain("VIEWER");
    }

    @Test
    void a_file_that_is_not_there_is_named_once() {
        Outcome outcome = run("check", "--catalog", "nowhere.yaml", "--change", "change.yaml");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("'nowhere.yaml' cannot be read: there is no such file; check the path");
    }

    @Test
    void a_change_without_an_environment_is_judged_in_the_one_that_is_asked_for() throws IOException {
        Files.writeString(
                folder.resolve("change.yaml"),
                Shop.change("points", "staging", "").replaceFirst(" *environment: staging\n", ""));
        String[] check = {"check", "--catalog", "catalog.yaml", "--change", "change.yaml", "-o", "sarif"};
        assertThat(run(check).err()).contains("lacks 'environment'");
        String[] inStaging =
                Stream.concat(Stream.of(check), Stream.of("--env", "staging")).toArray(String[]::new);
        Outcome outcome = run(inStaging);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).contains("\"startLine\" : 4");
        assertThat(run(Stream.concat(Stream.of(check), Stream.of("--env", "stagin"))
                                .toArray(String[]::new))
                        .err())
                .contains("did you mean 'staging'?");
    }

    @Test
    void a_head_that_changes_nothing_is_no_change_in_any_environment() throws IOException {
        String workload = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: seats, namespace: prod}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: seats}}
                  template:
                    metadata: {labels: {app: seats}}
                    spec: {containers: [{name: seats, image: 'seats:1.0'}]}
                """;
        for (String side : new String[] {"now", "head"}) {
            Files.createDirectories(folder.resolve(side));
            Files.writeString(folder.resolve(side).resolve("seats.yaml"), workload);
            Files.writeString(folder.resolve(side).resolve("catalog.yaml"), Shop.CATALOG);
        }

        Outcome outcome = run(
                "check",
                "--catalog",
                "now",
                "--head",
                "head",
                "--requested-by",
                "shop",
                "--env",
                "production",
                "-o",
                "json");

        assertThat(Json.read(outcome.out(), DecisionRecord.class)
                        .judgement()
                        .change()
                        .operations())
                .as(outcome.err())
                .isEmpty();
    }

    @Test
    void a_head_without_files_is_a_mistake_here_as_on_a_server() {
        Outcome outcome = run("check", "--catalog", "catalog.yaml", "--head", "pack", "--requested-by", "shop");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("--head pack holds no YAML or JSON file");
    }

    @Test
    void what_is_worth_knowing_of_a_catalog_is_told_beside_the_answer() throws IOException {
        Files.writeString(folder.resolve("more.yaml"), "shopping: [milk]\n");
        Outcome outcome = run("blast", "checkout", "--catalog", "catalog.yaml", "more.yaml");
        assertThat(outcome.err()).contains("more.yaml", "no format reads this document");
        assertThat(outcome.out()).doesNotContain("more.yaml");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    @Timeout(60)
    void what_is_no_record_is_told_in_order() throws IOException {
        Files.writeString(folder.resolve("list.json"), "[]");
        Files.writeString(folder.resolve("part.json"), "{\"record\": {\"decisionId\": \"a\"}}");
        String[][] wrong = {
            {"list.json", "list.json is no record of a decision: it holds no JSON object"},
            {"part.json", "part.json is no record of a decision: there is no '/"},
            {"none.json", "none.json cannot be read: there is no such file; check the path, or give a decision's id"},
            {"./pack", "pack cannot be read: it is a folder"},
            {"/dev/zero", "/dev/zero cannot be read: it is a pipe, a device or a socket"}
        };
        for (String command : new String[] {"explain", "replay"}) {
            for (String[] each : wrong) {
                Outcome outcome = run(command, each[0]);
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(64);
                assertThat(outcome.err()).contains(each[1]);
            }
        }
    }

    @Test
    void tokens_are_of_a_servers_state_and_none_is_made_where_there_is_none() {
        for (String[] command : new String[][] {
            {"token", "list"}, {"token", "revoke", "ann"}, {"token", "new", "ann", "--role", "viewer"}
        }) {
            Outcome outcome = run(command);
            assertThat(outcome.exit()).isEqualTo(64);
            assertThat(outcome.err()).contains("There are no tokens in " + folder.resolve("state"));
        }
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void tokens_are_listed_in_the_words_that_make_them() {
        FileTokens.open(folder.resolve("state"), Instant.now());
        Outcome made = run("token", "new", "ann", "--role", "Approver", "--role", "viewer");
        assertThat(made.exit()).isZero();
        assertThat(made.err())
                .contains("the server whose state lies in " + folder.resolve("state") + " knows ann by this");

        assertThat(run("token", "list").out()).contains("ann  viewer, approver  expires ");
    }

    @Test
    void help_names_commands_that_there_are_and_its_examples_can_be_copied() {
        assertThat(run("completion", "--help").out())
                .contains("Usage: gatehouse completion", "source <(gatehouse completion)");
        for (String command :
                "check import approve reject explain blast findings test lint replay serve token doctor".split(" ")) {
            assertExamples(run(command, "--help").out());
        }
        assertExamples(run("plan", "evaluate", "--help").out());
    }

    private static void assertExamples(String help) {
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(help.substring(Math.max(0, help.indexOf("\nExample")))
                        .lines()
                        .skip(2))
                .as(help)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("  gatehouse "));
    }

    @Test
    void the_completion_is_a_script_that_bash_runs_and_that_completes_commands() throws Exception {
        Outcome outcome = run("completion");
        assertThat(outcome.exit()).isZero();
        Files.writeString(folder.resolve("completion.bash"), outcome.out());
        assertThat(bash("bash -n completion.bash")).isEmpty();
        assertThat(bash("source completion.bash; COMP_WORDS=(gatehouse doc); COMP_CWORD=1;"
                        + " $(complete -p gatehouse | sed 's/.*-F \\([^ ]*\\).*/\\1/'); echo ${COMPREPLY[@]}"))
                .isEqualTo("doctor");
        assertThat(bash("source completion.bash; COMP_WORDS=(gatehouse check --re); COMP_CWORD=2;"
                        + " $(complete -p gatehouse | sed 's/.*-F \\([^ ]*\\).*/\\1/'); echo ${COMPREPLY[@]}"))
                .contains("--requested-by", "--register");
    }

    /// What bash says.
    private String bash(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
