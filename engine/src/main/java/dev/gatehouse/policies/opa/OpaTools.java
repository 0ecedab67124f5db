package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.policies.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What OPA itself offers to those who write policies: tests with coverage, the formatter, the checker.
///
/// @param folder with policies of Gatehouse's own kind
public record OpaTools(OpaBinary opa, Path folder) {
    /// Runs the tests.
    ///
    /// @throws InvalidInputException when the policies or tests cannot be compiled, with what OPA says
    public TestReport test() {
        OpaBinary.Output output = opa.run(folder, "", "test", "--bundle", ".", "--format", "json");
        List<TestCase> cases = new ArrayList<>();
        for (JsonNode test : json(output)) {
            cases.add(testCase(test));
        }
        return new TestReport(cases, cases.stream().allMatch(TestCase::passed) ? coverage() : 0);
    }

    private double coverage() {
        return json(opa.run(folder, "", "test", "--bundle", ".", "--coverage", "--format", "json"))
                .path("coverage")
                .asDouble();
    }

    private JsonNode json(OpaBinary.Output output) {
        try {
            return Json.read(output.out(), JsonNode.class);
        } catch (InvalidInputException _) {
            throw new InvalidInputException(
                    "The policies in " + folder + " cannot be tested: " + (output.err() + output.out()).strip(),
                    "correct them; gatehouse lint names the places");
        }
    }

    private static TestCase testCase(JsonNode test) {
        boolean passed = !test.path("fail").asBoolean()
                && !test.has("error")
                && !test.path("skip").asBoolean();
        JsonNode at = test.path("location");
        String name = test.path("package").asText().replaceFirst("^data\\.", "") + "."
                + test.path("name").asText();
        String why = passed ? "" : test.path("error").path("message").asText("it does not hold");
        return new TestCase(name, at.path("file").asText(), at.path("row").asInt(), passed, why);
    }

    /// What is wrong: mistakes of the policies, of their metadata and of their tests as errors, what `opa fmt` would
    /// write otherwise as warnings.
    public List<Diagnostic> lint() {
        List<Diagnostic> found =
                new ArrayList<>(OpaCheck.check(opa, PolicyFolder.readWithTests(folder), Dialect.V1, true));
        if (found.isEmpty()) {
            try {
                PolicySets.own(opa, List.of(folder));
            } catch (InvalidInputException e) {
                found.addAll(e.diagnostics());
            }
            opa.run(folder, "", "fmt", "--list", ".")
                    .out()
                    .lines()
                    .forEach(file -> found.add(Diagnostic.warning(
                            new Position(file.strip(), 1, 1, null),
                            "is formatted differently from what opa fmt writes",
                            "run opa fmt --write " + file.strip())));
        }
        return found.stream().sorted().toList();
    }

    /// What the tests came to.
    ///
    /// @param coverage of all lines of policies and tests, in percent; 0 when a test failed
    public record TestReport(List<TestCase> cases, double coverage) {
        public TestReport {
            cases = List.copyOf(cases);
        }

        /// True when there are tests, and all passed.
        public boolean passed() {
            return !cases.isEmpty() && cases.stream().allMatch(TestCase::passed);
        }
    }

    /// One test.
    ///
    /// @param why it failed; empty where it passed
    public record TestCase(String name, String file, int line, boolean passed, String why) {}
}
