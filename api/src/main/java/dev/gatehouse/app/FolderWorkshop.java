package dev.gatehouse.app;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.Workshop;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.policies.opa.OpaBinary;
import dev.gatehouse.policies.opa.OpaTools;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleFolders;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.usecase.TestRules;
import dev.gatehouse.usecase.inprocess.TestRulesHere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rules and policies in their folders.
final class FolderWorkshop implements Workshop {
    private final ConfiguredBackends backends;
    private final Path directory;
    private final TestRules tests = new TestRulesHere(
            (_, _, _) -> {}, sources -> DroolsJudge.of(RuleReader.read(sources, Map.of())), DocumentReader::read);

    FolderWorkshop(ConfiguredBackends backends, Path directory) {
        this.backends = backends;
        this.directory = directory;
    }

    @Override
    public List<Diagnostic> lint(List<Path> folders) {
        Settings settings = backends.settings();
        List<Path> chosen = resolved(folders);
        return new FolderLint(backends.opa(settings))
                .run(settings.rules(), settings.policies()).stream()
                        .filter(diagnostic -> chosen.isEmpty() || isBelow(diagnostic.file(), chosen))
                        .toList();
    }

    private boolean isBelow(@Nullable String file, List<Path> folders) {
        return file == null || folders.stream().anyMatch(directory.resolve(file).normalize()::startsWith);
    }

    @Override
    public TestRules.Result testRules(List<Path> folders) {
        Settings settings = backends.settings();
        List<Path> chosen = resolved(folders);
        List<TestRules.Folder> rules = RuleFolders.read(settings.rules()).stream()
                .filter(rule -> chosen.isEmpty() || isBelow(rule.file(), chosen))
                .map(rule -> new TestRules.Folder(rule, cases(rule)))
                .toList();
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
                cases.add(new SourceFile(file.toString(), Files.readAllBytes(file)));
            }
            return cases;
        } catch (IOException e) {
            throw new InvalidInputException(folder + " cannot be read: " + e.getMessage(), "check its permissions");
        }
    }

    @Override
    public PolicyTests testPolicies(List<Path> folders) {
        Settings settings = backends.settings();
        List<Path> chosen = resolved(folders);
        OpaBinary opa = backends.opa(settings);
        List<PolicyTest> found = new ArrayList<>();
        double coverage = 0;
        for (Path folder : settings.policies()) {
            OpaTools.TestReport report = new OpaTools(opa, folder).test();
            coverage = Math.max(coverage, report.coverage());
            report.cases().stream()
                    .map(test -> new PolicyTest(
                            test.name(),
                            folder.resolve(test.file()).toString(),
                            test.line(),
                            test.passed(),
                            test.why()))
                    .filter(test -> chosen.isEmpty() || isBelow(test.file(), chosen))
                    .forEach(found::add);
        }
        return new PolicyTests(found, coverage);
    }

    private List<Path> resolved(List<Path> folders) {
        return folders.stream()
                .map(folder -> directory.resolve(folder).toAbsolutePath().normalize())
                .toList();
    }
}
