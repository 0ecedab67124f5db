package dev.gatehouse.shipped;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleFolders;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.usecase.TestRules;
import dev.gatehouse.usecase.inprocess.cases.TestRulesHere;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.reading.GateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The repository's rules and samples as they lie there.
final class Shipped {
    private Shipped() {}

    static Path root() {
        String given = System.getProperty("gatehouse.root");
        Path at = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
        while (!Files.isDirectory(at.resolve("rules"))) {
            at = Objects.requireNonNull(at.getParent(), "this does not run in the repository");
        }
        return at;
    }

    static List<TestRules.Folder> folders() {
        return sources().stream()
                .map(rule -> new TestRules.Folder(rule, cases(rule)))
                .toList();
    }

    static List<RuleSource> sources() {
        return RuleFolders.read(List.of(root().resolve("rules")));
    }

    static TestRules testRules() {
        return new TestRulesHere(
                (_, _, _) -> {}, sources -> DroolsJudge.of(RuleReader.read(sources, Map.of())), DocumentReader::read);
    }

    static List<Gate> gates() {
        List<Document> documents = files("rules").stream()
                .filter(file -> file.endsWith("gate.yaml"))
                .flatMap(file -> DocumentReader.read(file.toString(), bytes(file)).documents().stream())
                .toList();
        return GateReader.read(
                        documents, sources().stream().collect(Collectors.toMap(RuleSource::id, RuleSource::gate)))
                .orThrow();
    }

    private static List<SourceFile> cases(RuleSource rule) {
        return files("rules/" + rule.folder() + "/cases").stream()
                .map(file -> new SourceFile(root().relativize(file).toString(), bytes(file)))
                .toList();
    }

    /// The regular files below a folder, sorted; none where it does not exist.
    static List<Path> files(String folder) {
        Path at = root().resolve(folder);
        if (!Files.isDirectory(at)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(at)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
