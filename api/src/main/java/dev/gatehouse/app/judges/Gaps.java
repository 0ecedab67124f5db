package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Position;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.verdict.JudgeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rules and gates lack that can be loaded all the same.
final class Gaps {
    private Gaps() {}

    /// Rules without a case: nobody sees when an edit lets them miss what they are for.
    static List<Diagnostic> withoutCases(List<RuleSource> rules) {
        return rules.stream()
                .filter(rule -> !hasCases(Path.of(rule.file()).resolveSibling("cases")))
                .map(rule -> Diagnostic.warning(
                        new Position(rule.file(), 0, 0, null),
                        "The rule '" + rule.id() + "' has no case",
                        "write one that it finds something in, and one that it does not, beside it in cases/"))
                .toList();
    }

    private static boolean hasCases(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    /// Gates without a rule: whatever they are asked is an error, unless a pack brings rules of theirs along.
    static List<Diagnostic> withoutRules(JudgeSet set, List<Document> gates) {
        Set<String> ruled = set.rules().stream().map(Rule::gate).collect(Collectors.toCollection(HashSet::new));
        return gates.stream()
                .filter(gate -> ruled.add(gate.root().at("/metadata/name").asText()))
                .map(gate -> Diagnostic.warning(
                        gate.at("/metadata/name"),
                        "The gate '" + gate.root().at("/metadata/name").asText()
                                + "' has no rules, so each decision that asks it is an error",
                        "add one, or remove its gate.yaml"))
                .toList();
    }
}
