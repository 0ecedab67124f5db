package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.policies.opa.set.OpaTools;
import dev.gatehouse.rules.drools.Lint;
import dev.gatehouse.rules.drools.RuleFolders;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Lints rules with both of Drools' compilers and policies with OPA's own tools, and then loads all as it is loaded to
/// judge: what passes here is taken up there.
public final class FolderLint {
    private FolderLint() {}

    /// Every mistake, each at its file, line and column, and what is probably not meant; empty when there is none.
    public static List<Diagnostic> run(JudgeFolders folders) {
        Mistakes mistakes = new Mistakes();
        mistakes.in(() -> RuleFolders.read(folders.rules())).ifPresent(sources -> {
            mistakes.add(Lint.check(sources, Map.of()));
            mistakes.add(Gaps.withoutCases(sources));
        });
        mistakes.in(() -> new OpaTools(folders.opa().get(), folders.policies()).lint())
                .ifPresent(mistakes::add);
        mistakes.in(() -> JudgeTexts.read(folders)).ifPresent(texts -> {
            mistakes.add(texts.unknownControls(folders.policies()));
            mistakes.in(() -> GateFiles.read(folders.rules()))
                    .ifPresent(gates -> mistakes.in(() -> folders.judges(texts)).ifPresent(set -> {
                        mistakes.add(Gaps.withoutRules(set, gates));
                        set.judges().forEach(Judge::close);
                    }));
        });
        return List.copyOf(new TreeSet<>(mistakes.found()));
    }
}
