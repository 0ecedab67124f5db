package dev.gatehouse.cli;

import dev.gatehouse.cli.output.Target;
import dev.gatehouse.cli.output.TestsView;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.usecase.TestRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `test`
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the cases of rules and the tests of policies; exits with 1 when one fails.",
        footer = {
            "%nExamples:",
            "  gatehouse test",
            "  gatehouse test rules/resilience --coverage",
            "  gatehouse test -o junit=rules.xml"
        })
final class TestCommand implements Callable<Integer> {
    private final Workshop workshop;
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Folders of rules or policies; default: all.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--coverage",
            description = "Print how much of the policies that were tested the tests reach; rules have no such figure.")
    private boolean coverage;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "table, json or junit; can be repeated.")
    private List<String> outputs = new ArrayList<>();

    TestCommand(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Target> targets = Target.parse(outputs, TestsView.FORMATS, console.directory());
        List<TestsView.Test> tests = new ArrayList<>();
        workshop.testRules(paths).outcomes().forEach(outcome -> tests.add(test(outcome)));
        Workshop.PolicyTests policies = workshop.testPolicies(paths);
        policies.tests().forEach(test -> tests.add(test(test)));
        if (!paths.isEmpty() && tests.isEmpty()) {
            throw new InvalidInputException(
                    "No case of a rule and no test of a policy stands in "
                            + paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "name a folder that has some, or write them: cases/ beside rule.drl, *_test.rego beside policies");
        }
        TestsView view = new TestsView(tests, coverage ? policies.coverage() : null, coverage ? note(policies) : null);
        Outputs.write(targets, view, console);
        return view.failed() == 0 ? ExitCode.OK : ExitCode.DENIED;
    }

    /// Why there is no figure, where there is none.
    private static @Nullable String note(Workshop.PolicyTests policies) {
        if (policies.coverage() != null) {
            return null;
        }
        return policies.tests().isEmpty()
                ? "No policy was tested, and rules have no coverage figure"
                : "Coverage is measured once every test of the policies passes";
    }

    private static TestsView.Test test(TestRules.Outcome outcome) {
        List<String> why = new ArrayList<>();
        outcome.missing().forEach(what -> why.add("expected, and did not come: " + what));
        outcome.unexpected().forEach(what -> why.add("came, and was not expected: " + what));
        return new TestsView.Test(outcome.rule(), outcome.name(), outcome.file(), outcome.passed(), why);
    }

    private static TestsView.Test test(Workshop.PolicyTest test) {
        int dot = test.name().lastIndexOf('.');
        List<String> why = test.passed() || test.why().isEmpty() ? List.of() : List.of(test.why());
        return new TestsView.Test(
                test.name().substring(0, Math.max(0, dot)),
                test.name().substring(dot + 1),
                test.file() + ":" + test.line(),
                test.passed(),
                why);
    }
}
