package dev.gatehouse.cli;

import dev.gatehouse.cli.output.TestText;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.usecase.TestRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `test`
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the cases of rules and the tests of policies; exits with 1 when one fails.",
        footer = {"%nExamples:", "  gatehouse test", "  gatehouse test rules/resilience --coverage"})
final class TestCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Folders of rules or policies; default: all.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--coverage", description = "Print how much of the policies the tests reach.")
    private boolean coverage;

    private int passed;
    private int failed;

    TestCommand(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    @Override
    public Integer call() {
        TestText text = new TestText(console.terminal(), console.out());
        workshop.testRules(paths).outcomes().forEach(outcome -> print(text, outcome));
        Workshop.PolicyTests policies = workshop.testPolicies(paths);
        policies.tests().forEach(test -> print(text, test));
        if (!paths.isEmpty() && passed + failed == 0) {
            throw new InvalidInputException(
                    "No case of a rule and no test of a policy stands in "
                            + paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "name a folder that has some, or write them: cases/ beside rule.drl, *_test.rego beside policies");
        }
        if (coverage) {
            text.end(String.format(Locale.ROOT, "The tests reach %.1f %% of the policies", policies.coverage()));
        }
        text.end(passed + " passed, " + failed + " failed");
        return failed == 0 ? ExitCode.OK : ExitCode.DENIED;
    }

    private void print(TestText text, TestRules.Outcome outcome) {
        count(text, outcome.passed(), outcome.rule() + ": " + outcome.name(), outcome.file());
        outcome.missing().forEach(what -> text.why("expected, and did not come: " + what));
        outcome.unexpected().forEach(what -> text.why("came, and was not expected: " + what));
    }

    private void print(TestText text, Workshop.PolicyTest test) {
        count(text, test.passed(), test.name(), test.file() + ":" + test.line());
        if (!test.passed() && !test.why().isEmpty()) {
            text.why(test.why());
        }
    }

    private void count(TestText text, boolean isPassed, String name, String place) {
        if (isPassed) {
            passed++;
            text.passed(name);
        } else {
            failed++;
            text.failed(name, place);
        }
    }
}
