package dev.gatehouse.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.NeedCheck;
import dev.gatehouse.rules.RuleSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
    /// Lines: `when` is the 18th, so the condition stands on the 19th and the consequence on the 21st.
    private static final String CONDITION = "$s : Subject(tier > 2)";

    @Test
    void finds_nothing_wrong_with_a_right_rule() {
        assertThat(lint(rule(
                        "$c : Circle(members.size() > 1)",
                        "String all = $c.members().stream().map(m -> m.shortName()).collect(java()).strip();"
                                        .replace("java()", "Collectors.joining(\", \")")
                                + "\nif ($c.members().size() > 1) { findings.report(Severity.LOW, all, $c); }")))
                .isEmpty();
    }

    @Test
    void refuses_a_pattern_on_a_part_that_is_not_needed_since_it_would_never_match() {
        RuleSource source = rule("Subject()\nnot Needs(retries > 1)", "findings.report(\"x\");");

        assertThat(lint(Texts.source(source.id(), source.drl().replace("subject.tier, needs", "subject.tier"))))
                .containsExactly("13:1 The rule matches 'Needs', and @needs does not name what holds it; add needs");
    }

    @Test
    void slips_that_are_met_often_are_told_with_their_cures() {
        String drl = rule(CONDITION, "findings.report(\"x\");").drl();

        assertThat(lint(Texts.source("model", drl.replace("tier > 2", "tier = 2"))))
                .anySatisfy(problem -> assertThat(problem).endsWith("; values are compared with '=='"));
        assertThat(lint(Texts.source("model", drl.stripTrailing().replaceFirst("end$", ""))))
                .anySatisfy(problem -> assertThat(problem).endsWith("; each rule ends with 'end'; is one missing?"));
    }

    @Test
    void names_the_import_that_a_fact_lacks() {
        String drl = rule("Grouping(owner == null)", "findings.report(\"x\");").drl();

        assertThat(lint(Texts.source(
                        "model",
                        drl.replace("import dev.gatehouse.facts.*;", "")
                                .replace("@subject(\"component\")", "@subject(\"team\")")
                                .replace("subject.tier", "grouping"))))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("There is no fact 'Grouping'; add: import dev.gatehouse.facts.Grouping;"));
    }

    @Test
    void refuses_a_measure_that_there_is_not_since_it_would_never_match() {
        assertThat(lint(rule("CriticalPath(measure == \"latncy\")", "findings.report(\"x\");")))
                .containsExactly(
                        "9:1 The rule matches 'CriticalPath' by a measure that there is not, so it never matches;"
                                + " write measure == \"latency\" or measure == \"retries\"");
    }

    @Test
    void refuses_a_pattern_on_what_no_sheet_of_its_subject_has() {
        assertThat(lint(rule("Subject()\nnot Sums(members > 1)", "findings.report(\"x\");")))
                .containsExactly("12:1 The rule matches 'Sums', which no sheet has whose subject is component;"
                        + " subjects that have it: system, domain, team, environment, initiative");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Subject() exists Sends()                                      | Sends        | sends
                    not (Subject() and Sends())                                   | Sends        | sends
                    forall(Sends(protocol == "tls"))                              | Sends        | sends
                    (Subject(tier > 2) or Outage())                               | Outage       | outages
                    $all : List(size > 1) from collect(Sends())                   | Sends        | sends
                    accumulate(Sends(); $n : count(1); $n > 1)                    | Sends        | sends
                    $n : Number(this > 1) from accumulate(Sends(), count(1))      | Sends        | sends
                    CriticalPath(measure == "retries")                            | CriticalPath | retries
                    CriticalPath(total > 1)                                       | CriticalPath | latency and retries
                    CriticalPath(measure == "latency" or total > 1)               | CriticalPath | latency and retries
                    Edge(hop != null) | Edge | needs and needed-by and sends and receives, or match the facts that are meant by their own types
                    """)
    void sees_such_a_pattern_wherever_it_stands(String condition, String type, String cure) {
        RuleSource source = rule(condition.replace(" or total", " || total"), "findings.report(\"x\");");
        String drl = source.drl().replace("import java.util.stream.Collectors", "import java.util.List");
        assertThat(lint(Texts.source(source.id(), drl)))
                .containsExactly(
                        "13:1 The rule matches '" + type + "', and @needs does not name what holds it; add " + cure);
    }

    @Test
    void names_a_keyword_of_java_that_stands_in_the_package() {
        RuleSource source = Texts.rule("throws", CONDITION, "findings.report(\"x\");");

        assertThat(lint(source))
                .containsExactly(
                        "1:25 The package 'gatehouse.rules.throws' has a keyword of Java in it: 'throws'; write"
                                + " it as throws_");
        assertThat(lint(Texts.source("throws", source.drl().replace("rules.throws", "rules.throws_"))))
                .isEmpty();
    }

    @Test
    void names_a_keyword_of_java_that_stands_in_a_type() {
        RuleSource source = rule(CONDITION, "findings.report(\"x\");");
        String type = "declare Loud\n    tier : int\n    throws : String\nend\n\nrule ";

        assertThat(lint(Texts.source("model", source.drl().replaceFirst("rule ", type))))
                .containsExactly("11:5 The type 'Loud' has a keyword of Java in it: 'throws'; write it as throws_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"throws : Subject(tier > 2)", "Subject(throws : tier)", "Subject(tier > 2, throws == true)"})
    void names_a_keyword_of_java_that_stands_for_a_name(String condition) {
        assertThat(lint(rule(condition, "findings.report(\"x\");")))
                .singleElement()
                .asString()
                .startsWith("19:")
                .endsWith("'throws' is a keyword of Java, and no name; take another name, such as $throws");
    }

    @Test
    void places_an_unknown_type_and_names_the_nearest_fact() {
        assertThat(lint(rule("$s : Subjct(tier > 2)", "findings.report(\"x\");")))
                .containsExactly("19:10 There is no fact 'Subjct'; did you mean 'Subject'?");
    }

    @Test
    void places_every_unknown_property_and_names_the_nearest() {
        assertThat(lint(rule("Subject(teir > 2, replicsa < 2)\nNeeds(other.teir > 1)", "findings.report(\"x\");")))
                .containsExactly(
                        "19:13 Subject has no 'teir'; did you mean 'tier'?",
                        "19:23 Subject has no 'replicsa'; did you mean 'replicas'?",
                        "20:17 Brief has no 'teir'; did you mean 'tier'?");
    }

    @Test
    void names_the_import_that_a_type_lacks() {
        assertThat(lint(rule("Needs(criticality == Criticality.HARD)", "findings.report(\"x\");")))
                .containsExactly("19:26 Needs has no 'Criticality'; import dev.gatehouse.model.component.Criticality");
    }

    @Test
    void places_every_mistake_of_types_in_a_consequence() {
        assertThat(lint(rule(
                        CONDITION, "findings.report($s.tags() + $s.retries());\nint x =  \"y\";\nfindings.report(5);")))
                .containsExactly(
                        "21:36 Subject has no 'retries'; it has "
                                + String.join(", ", NeedCheck.names(dev.gatehouse.facts.Subject.class)),
                        "22:12 Type mismatch: cannot convert from String to int",
                        "23:14 The method report(String, Citable...) in the type Report is not applicable for the"
                                + " arguments (int)");
    }

    @Test
    void places_a_text_that_should_be_a_number_beside_other_mistakes() {
        assertThat(lint(rule("Subject(tier > \"abc\", ownr != null)", "findings.report(\"x\");")))
                .containsExactly(
                        "19:20 'abc' is compared with a number; write it without quotes, as a number",
                        "19:27 Subject has no 'ownr'; did you mean 'owner'?");
    }

    @Test
    void places_syntax_errors_of_both_languages() {
        assertThat(lint(rule("Subject(tier > 2", "findings.report(\"x\");")))
                .singleElement()
                .asString()
                .startsWith("20:1 mismatched input 'then'");
        assertThat(lint(rule(CONDITION, "int x = ;")))
                .first()
                .asString()
                .startsWith("21:11 The consequence is not Java");
    }

    @Test
    void places_a_duplicate_rule() {
        RuleSource twice = Texts.source(
                "model",
                rule(CONDITION, "findings.report(\"x\");").drl()
                        + "rule \"model: two\" when Subject() then findings.report(\"x\"); end\n"
                        + "rule \"model: two\" when Subject() then findings.report(\"y\"); end\n");

        assertThat(lint(twice))
                .anySatisfy(text -> assertThat(text).startsWith("24:").contains("Duplicate rule name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < 3; i++) { findings.report(\"x\"); }",
                "while (true) { findings.report(\"x\"); }",
                "System.exit(1);",
                "java.lang.System.exit(1);",
                "Runtime.getRuntime();",
                "findings.report(\"at \" + Instant.now());",
                "findings.report(\"\" + Math.random());",
                "$s.getClass().getName();",
                "findings.getClass();",
                "new Thread();",
                "new java.util.ArrayList();",
                "insert($s);",
                "insert(new Circle($s.ref(), null, null));",
                "update($s);",
                "delete($s);",
                "drools.halt();",
                "kcontext.getKieRuntime();",
                "try { findings.report(\"x\"); } finally { }",
                "throw new RuntimeException();",
                "Subject.count = 5;",
                "synchronized ($s) { }",
                "foo();",
                "new Object() { }.equals($s);",
                "findings.report(\"\"\"\n    x\"\"\");",
                "List.of($s).forEach(System.out::println);",
                "findings.report(\"\\u0022 + System.exit(1) + \\u0022\");",
                "modify($s) { }",
            })
    void refuses_a_consequence_that_does_more_than_report(String consequence) {
        RuleSource rule = rule(CONDITION, consequence);

        assertThat(Lint.check(List.of(rule), Map.of())).anySatisfy(problem -> {
            assertThat(problem.line()).isBetween(21, 22);
            assertThat(problem.column()).isPositive();
        });
        assertThatThrownBy(() -> DroolsJudge.of(RuleReader.read(List.of(rule), Map.of())))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject(tier > Integer.parseInt(System.getenv(\"X\")))",
                "eval(Runtime.getRuntime().availableProcessors() > 1)",
                "Subject() String() from java.util.List.of(System.getProperty(\"x\"))",
                "Subject(this.getClass() != null)",
                "Subject(class.name == \"x\")",
                "Object()",
                "Subject(tier == new Integer(5))",
                "accumulate(Needs($r : retries), init(System.exit(1);) action() result(1))",
            })
    void refuses_a_condition_that_reaches_outside_the_sheet(String condition) {
        assertThat(Lint.check(List.of(rule(condition, "findings.report(\"x\");")), Map.of()))
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(19);
                    assertThat(problem.column()).isPositive();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    import java.io.File;                        | 9:1 A rule may not import java.io.File; the types of dev.gatehouse.facts are what rules see
                    import dev.gatehouse.facts.Subjekt;         | 9:1 A rule may not import dev.gatehouse.facts.Subjekt; did you mean 'dev.gatehouse.facts.Subject'?
                    import function java.lang.System.exit;      | 9:1 A rule file holds imports, the global, own types and rules only
                    function int f() { return 1; }              | 9:1 A rule file holds imports, the global, own types and rules only
                    global java.util.List other;                | 9:1 The one global of a rule file is 'findings'; write: global dev.gatehouse.rules.Report findings;
                    declare D @role(event) size : int end       | 9:9 The type 'D' may only have fields of facts and values
                    declare D size : int = System.in.read() end | 9:9 The type 'D' may only have fields of facts and values
                    declare D file : java.io.File end           | 9:9 The type 'D' may only have fields of facts and values
                    declare D extends Thread size : int end     | 9:9 The type 'D' may only have fields of facts and values
                    query q() Subject() end                     | 9:1 The first rule is named 'q' in the folder 'model'; name it 'model'
                    dialect "mvel"                              | 10:1 A rule may not have the attribute 'dialect'; only a salience that is a number, and no-loop, are known
                    """)
    void refuses_what_does_not_belong_into_a_rule_file(String part, String problem) {
        String drl = rule(CONDITION, "findings.report(\"x\");").drl();
        RuleSource rule = Texts.source("model", drl.replace("rule \"model\"", part + "\nrule \"model\""));

        assertThat(lint(rule)).contains(problem);
    }

    @Test
    void a_timer_is_refused_and_a_salience_is_not() {
        String drl = rule(CONDITION, "findings.report(\"x\");").drl();

        assertThat(lint(Texts.source("model", drl.replace("when\n", "salience -10\nwhen\n"))))
                .isEmpty();
        assertThat(lint(Texts.source("model", drl.replace("when\n", "timer(int: 1s)\nwhen\n"))))
                .isNotEmpty();
        assertThat(lint(Texts.source("model", drl.replace("when\n", "duration 5\nwhen\n"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @gate("resilience")    | @gate("resilence")        | 11:1 @gate is 'resilence' in the folder 'resilience'; did you mean 'resilience'?
                    @subject("component")  | @subject("componant")     | 12:1 @subject is 'componant'; did you mean 'component'?
                    @severity("high")      | @severity("hihg")         | 14:1 @severity is 'hihg'; did you mean 'high'?
                    @needs("subject.tier") | @needs("subjct.tier")     | 13:1 'subjct.tier' names no part of a sheet: 'subjct'; did you mean 'subject'?
                    @needs("subject.tier") | @needs("needs.other.teir")| 13:1 'needs.other.teir' names no attribute of Brief: 'teir'; did you mean 'tier'?
                    @needs("subject.tier") | @needs("sums")            | 13:1 'sums' is no part of a sheet whose subject is component; subjects that have it: system, domain, team, environment, initiative; parts of this one are subject, needs, needed-by, sends, receives, objectives, outages, composition, latency, retries, paths, day
                    @id("model")           | @id("modle")              | 10:1 @id is 'modle' in the folder 'model'; did you mean 'model'?
                    @why("why")            | @reason("why")            | 9:1 The rule 'model' has no @why; add @why("…")
                    @why("why")            | @whi("why")               | 16:1 There is no metadata @whi; did you mean 'why'?
                    """)
    void places_a_mistake_in_the_metadata(String right, String wrong, String problem) {
        String drl = rule(CONDITION, "findings.report(\"x\");").drl();

        assertThat(lint(Texts.source("model", drl.replace(right, wrong)))).contains(problem);
    }

    @Test
    void reports_mistakes_of_several_files_at_once() {
        RuleSource other = Texts.rule("other", "Subject(tear > 2)", "findings.report(\"x\");");

        assertThat(Lint.check(List.of(rule("Subjct()", "findings.report(\"x\");"), other, other), Map.of()))
                .extracting(Diagnostic::file)
                .contains("rules/resilience/model/rule.drl", "rules/resilience/other/rule.drl");
    }

    private static RuleSource rule(String condition, String consequence) {
        RuleSource rule = Texts.rule("model", condition, consequence);
        return Texts.source(
                "model",
                rule.drl().replace("import dev.gatehouse.rules.Parameter;", "import java.util.stream.Collectors;"));
    }

    private static List<String> lint(RuleSource rule) {
        return Lint.check(List.of(rule), Map.of()).stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message()
                        + (problem.cure() == null ? "" : "; " + problem.cure()))
                .toList();
    }
}
