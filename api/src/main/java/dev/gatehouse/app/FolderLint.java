package dev.gatehouse.app;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.policies.opa.OpaBinary;
import dev.gatehouse.policies.opa.OpaTools;
import dev.gatehouse.policies.opa.PolicySets;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.Lint;
import dev.gatehouse.rules.drools.RuleFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Lints rules with both of Drools' compilers, and policies with OPA's own tools.
final class FolderLint {
    private final OpaBinary opa;

    FolderLint(OpaBinary opa) {
        this.opa = opa;
    }

    /// Every mistake, each at its file, line and column; empty when there is none.
    List<Diagnostic> run(List<Path> rules, List<Path> policies) {
        TreeSet<Diagnostic> found = new TreeSet<>();
        List<RuleSource> sources = new ArrayList<>();
        found.addAll(mistakes(() -> {
            sources.addAll(RuleFolders.read(rules));
            return List.of();
        }));
        found.addAll(Lint.check(sources, Map.of()));
        policies.forEach(folder -> found.addAll(mistakes(() -> new OpaTools(opa, folder).lint())));
        List<String> ids = new ArrayList<>(sources.stream().map(RuleSource::id).toList());
        found.addAll(mistakes(() -> {
            PolicySets.own(opa, policies).rules().forEach(rule -> ids.add(rule.id()));
            return List.of();
        }));
        found.addAll(mistakes(() -> {
            new JudgeFolders(opa, null, rules, policies, List.of()).gates(ids);
            return List.of();
        }));
        return List.copyOf(found);
    }

    private static List<Diagnostic> mistakes(Supplier<List<Diagnostic>> look) {
        try {
            return look.get();
        } catch (InvalidInputException e) {
            return e.diagnostics();
        }
    }
}
