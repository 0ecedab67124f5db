package dev.gatehouse.app;

import dev.gatehouse.app.judges.ChosenFolders;
import dev.gatehouse.app.judges.FolderLint;
import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.Workshop;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.Folder;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.policies.opa.set.OpaTools;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleFolders;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.usecase.TestRules;
import dev.gatehouse.usecase.inprocess.cases.TestRulesHere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Rules and policies in their folders.
final class FolderWorkshop implements Workshop {
    private final ConfiguredBackends backends;
    private final Console console;
    private final TestRules tests = new TestRulesHere(
            (_, _, _) -> {}, sources -> DroolsJudge.of(RuleReader.read(sources, Map.of())), DocumentReader::read);

    FolderWorkshop(ConfiguredBackends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public List<Diagnostic> lint(List<Path> folders) {
        Settings settings = backends.settings();
        ChosenFolders chosen = ChosenFolders.of(console.directory(), folders, settings);
        console.progress("compiling rules and policies");
        return FolderLint.run(JudgeFolders.of(settings, backends.opa(settings), List.of())).stream()
                .filter(diagnostic -> chosen.holds(diagnostic.file()))
                .toList();
    }

    @Override
    public TestRules.Result testRules(List<Path> folders) {
        Settings settings = backends.settings();
        ChosenFolders chosen = ChosenFolders.of(console.directory(), folders, settings);
        List<TestRules.Folder> rules = RuleFolders.read(settings.rules()).stream()
                .filter(rule -> chosen.holds(rule.file()))
                .map(rule -> new TestRules.Folder(rule, cases(rule)))
                .toList();
        if (!rules.isEmpty()) {
            console.progress("compiling rules and running their cases");
        }
        return tests.run(Actor.ADMINISTRATOR, rules);
    }

    private static List<SourceFile> cases(RuleSource rule) {
        Path folder = Path.of(rule.file()).resolveSibling("cases");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<SourceFile> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                cases.add(new SourceFile(file.toString(), WholeFile.read(file, Folder.LARGEST)));
            }
            return cases;
        } catch (IOException e) {
            throw new InvalidInputException(folder + " cannot be read: " + FileTrouble.why(e), "check its permissions");
        }
    }

    @Override
    public PolicyTests testPolicies(List<Path> folders) {
        Settings settings = backends.settings();
        ChosenFolders chosen = ChosenFolders.of(console.directory(), folders, settings);
        console.progress("running the tests of policies");
        OpaTools.TestReport report = new OpaTools(backends.opa(settings).get(), settings.policies()).test();
        List<PolicyTest> found = report.cases().stream()
                .filter(test -> chosen.holds(test.file()))
                .map(test -> new PolicyTest(test.name(), test.file(), test.line(), test.passed(), test.why()))
                .toList();
        OptionalDouble coverage = found.isEmpty() ? OptionalDouble.empty() : report.coverage(chosen::holds);
        return new PolicyTests(found, coverage.isPresent() ? coverage.getAsDouble() : null);
    }
}
