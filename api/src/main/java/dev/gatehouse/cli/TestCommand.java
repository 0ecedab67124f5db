package dev.gatehouse.cli;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.usecase.TestRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        workshop.testRules(paths).outcomes().forEach(this::print);
        Workshop.PolicyTests policies = workshop.testPolicies(paths);
        policies.tests().forEach(this::print);
        if (!paths.isEmpty() && passed + failed == 0) {
            throw new InvalidInputException(
                    "No case of a rule and no test of a policy stands in " + paths,
                    "name a folder that has some, or write them: cases/ beside rule.drl, *_test.rego beside policies");
        }
        if (coverage) {
            line(String.format(Locale.ROOT, "The tests reach %.1f %% of the policies", policies.coverage()));
        }
        line(passed + " passed, " + failed + " failed");
        console.out().flush();
        return failed == 0 ? ExitCode.OK : ExitCode.DENIED;
    }

    private void print(TestRules.Outcome outcome) {
        count(outcome.passed(), outcome.rule() + ": " + outcome.name(), outcome.file());
        outcome.missing().forEach(what -> line("       expected, and did not come: " + what));
        outcome.unexpected().forEach(what -> line("       came, and was not expected: " + what));
    }

    private void print(Workshop.PolicyTest test) {
        count(test.passed(), test.name(), test.file() + ":" + test.line());
        if (!test.passed() && !test.why().isEmpty()) {
            line("       " + test.why());
        }
    }

    private void count(boolean isPassed, String name, String place) {
        if (isPassed) {
            passed++;
            line("  ok   " + name);
        } else {
            failed++;
            line("  FAIL " + name + "  (" + place + ")");
        }
    }

    private void line(String line) {
        console.out().println(line);
    }
}
