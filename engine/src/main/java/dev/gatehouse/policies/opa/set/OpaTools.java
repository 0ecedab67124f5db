package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.policies.Dialect;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.program.OpaCheck;
import dev.gatehouse.policies.opa.program.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What OPA itself offers to those who write policies: tests with coverage, the formatter, the checker.
///
/// @param folders with policies of Gatehouse's own kind; their content is laid together, as where they judge
public record OpaTools(OpaBinary opa, List<Path> folders) {
    public OpaTools {
        folders = List.copyOf(folders);
    }

    /// Runs the tests.
    ///
    /// @throws InvalidInputException when the policies or tests cannot be compiled, with what OPA says
    public TestReport test() {
        try (Workspace workspace = Workspace.of(PolicyFolder.laid(folders, PolicyFolder::readWithTests))) {
            List<TestCase> cases = new ArrayList<>();
            for (JsonNode test : json(workspace, "--format", "json")) {
                cases.add(testCase(test));
            }
            boolean passed = cases.stream().allMatch(TestCase::passed);
            return new TestReport(cases, passed ? reach(json(workspace, "--coverage", "--format", "json")) : Map.of());
        }
    }

    private Map<String, Reach> reach(JsonNode report) {
        Map<String, Reach> reach = new TreeMap<>();
        report.path("files").properties().forEach(file -> {
            if (!file.getKey().endsWith("_test.rego")) {
                JsonNode lines = file.getValue();
                reach.put(
                        PolicyFolder.placed(folders, file.getKey()),
                        new Reach(
                                lines.path("covered_lines").asInt(),
                                lines.path("not_covered_lines").asInt()));
            }
        });
        return reach;
    }

    private JsonNode json(Workspace workspace, String... options) {
        List<String> words = new ArrayList<>(List.of("test", "--bundle", "."));
        words.addAll(List.of(options));
        OpaBinary.Output output = opa.run(workspace.folder(), "", words.toArray(String[]::new));
        try {
            return Json.read(output.out(), JsonNode.class);
        } catch (InvalidInputException _) {
            throw new InvalidInputException(
                    "The policies in " + folders + " cannot be tested: " + (output.err() + output.out()).strip(),
                    "correct them; gatehouse lint names the places");
        }
    }

    private TestCase testCase(JsonNode test) {
        boolean passed = !test.path("fail").asBoolean()
                && !test.has("error")
                && !test.path("skip").asBoolean();
        JsonNode at = test.path("location");
        String name = test.path("package").asText().replaceFirst("^data\\.", "") + "."
                + test.path("name").asText();
        String why = passed ? "" : test.path("error").path("message").asText("it does not hold");
        return new TestCase(
                name,
                PolicyFolder.placed(folders, at.path("file").asText()),
                at.path("row").asInt(),
                passed,
                why);
    }

    /// What is wrong: mistakes of the policies, of their metadata and of their tests as errors, what `opa fmt` would
    /// write otherwise as warnings.
    public List<Diagnostic> lint() {
        Map<String, String> texts = PolicyFolder.laid(folders, PolicyFolder::readWithTests);
        List<Diagnostic> found = new ArrayList<>();
        OpaCheck.check(opa, texts, Dialect.V1, true)
                .forEach(mistake -> found.add(PolicyFolder.placed(folders, mistake)));
        if (found.isEmpty()) {
            try {
                PolicySets.own(opa, folders);
            } catch (InvalidInputException e) {
                found.addAll(e.diagnostics());
            }
            found.addAll(unformatted(texts));
        }
        return found.stream().sorted().toList();
    }

    private List<Diagnostic> unformatted(Map<String, String> texts) {
        try (Workspace workspace = Workspace.of(texts)) {
            return opa.run(workspace.folder(), "", "fmt", "--list", ".")
                    .out()
                    .lines()
                    .map(name -> PolicyFolder.placed(folders, name.strip()))
                    .map(file -> Diagnostic.warning(
                            new Position(file, 1, 1, null),
                            "is formatted differently from what opa fmt writes",
                            "run opa fmt --write " + file))
                    .toList();
        }
    }

    /// What the tests came to.
    ///
    /// @param reach by file of a policy, as its folder is named; nothing when a test failed
    public record TestReport(List<TestCase> cases, Map<String, Reach> reach) {
        public TestReport {
            cases = List.copyOf(cases);
            reach = Map.copyOf(reach);
        }

        /// How many percent of the lines of some policies the tests reach; empty when that was not
        /// measured, or nothing of them can be reached.
        public OptionalDouble coverage(Predicate<String> files) {
            int reached = 0;
            int all = 0;
            for (Map.Entry<String, Reach> file : reach.entrySet()) {
                if (files.test(file.getKey())) {
                    reached += file.getValue().reached();
                    all += file.getValue().reached() + file.getValue().missed();
                }
            }
            return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * reached / all);
        }

        /// True when there are tests, and all passed.
        public boolean passed() {
            return !cases.isEmpty() && cases.stream().allMatch(TestCase::passed);
        }
    }

    /// How many lines of a file the tests reach, and how many they do not.
    public record Reach(int reached, int missed) {}

    /// One test.
    ///
    /// @param file as its folder is named
    /// @param why it failed; empty where it passed
    public record TestCase(String name, String file, int line, boolean passed, String why) {}
}
